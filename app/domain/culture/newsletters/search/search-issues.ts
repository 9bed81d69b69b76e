import MiniSearch from 'minisearch';
import { fold } from '#app/domain/people/search-key.ts';

/** A story of an issue as it can be looked for. */
export type SearchedStory = {
  /** `<issue>#<story>`. */
  id: string;
  issue: string;
  /** Of the story; empty for what stands before the first one. */
  story: string;
  title: string;
  issueTitle: string;
  language: string;
  text: string;
};

export type IssueSearch = { stories: ReadonlyMap<string, SearchedStory>; index: MiniSearch<SearchedStory> };

/** Folds as people's names are folded, so that “Gdansk” finds “Gdańsk”. */
export function makeIssueSearch(stories: readonly SearchedStory[]): IssueSearch {
  const index = new MiniSearch<SearchedStory>({
    fields: ['title', 'issueTitle', 'text'],
    // Once for an issue: else every story of it would be found by its title.
    extractField: (one, field) =>
      field === 'issueTitle' && one.story !== '' ? '' : String(one[field as keyof SearchedStory]),
    processTerm: (term) => fold(term) || null,
  });
  index.addAll(stories);
  return { index, stories: new Map(stories.map((one) => [one.id, one])) };
}

export type FoundStory = { story: SearchedStory; terms: ReadonlySet<string> };

/** The beginning of a word will do; from four letters on one may be wrong, from seven on two. */
const howItLooks = {
  prefix: (term: string) => term.length > 1,
  fuzzy: (term: string) => (term.length < 4 ? false : term.length < 7 ? 1 : 2),
  boost: { title: 4, issueTitle: 2 },
};

/** The best first. Every word has to be in a story; only where none has them all, some of them are enough. */
export function searchIssues({ index, stories }: IssueSearch, q: string): FoundStory[] {
  const all = index.search(q, { ...howItLooks, combineWith: 'AND' });
  const hits = all.length > 0 ? all : index.search(q, { ...howItLooks, combineWith: 'OR' });
  return hits.flatMap(({ id, match }) => {
    const story = stories.get(String(id));
    return story ? [{ story, terms: new Set(Object.keys(match)) }] : [];
  });
}
