import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readList } from '#app/domain/publishing/lists/list-reads.server.ts';
import type { Term } from '#app/domain/publishing/lists/list.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requirePerson } from '../../guards.server.ts';
import { LookUp } from './look-up.tsx';

export const meta: MetaFunction = () => [{ title: m.cases_glossary_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const glossary = await readList(reader, 'glossary', actor.language);
  const sources = await readList(reader, 'sources', actor.language);
  const termOf = new Map(glossary.entries.map(({ id, term }) => [id, term]));
  const authorOf = new Map(sources.entries.map(({ id, author }) => [id, author]));
  const alphabet = new Intl.Collator(glossary.language);
  const terms = glossary.entries.toSorted((a, b) => alphabet.compare(a.term, b.term));
  return {
    language: glossary.language === actor.language ? undefined : glossary.language,
    letters: [...byLetter(terms, glossary.language)].map(([letter, ofLetter]) => ({
      letter,
      terms: ofLetter.map(({ id, term, meaning, see, source }) => ({
        id,
        term,
        meaning,
        see: see.flatMap((to) => (termOf.has(to) ? [{ id: to, term: termOf.get(to)! }] : [])),
        source: source && authorOf.has(source) ? { id: source, author: authorOf.get(source)! } : null,
      })),
    })),
  };
}

function byLetter(terms: Term[], language: string): Map<string, Term[]> {
  const letters = new Map<string, Term[]>();
  for (const one of terms) {
    const letter = [...one.term.toLocaleUpperCase(language)][0] ?? '';
    letters.set(letter, [...(letters.get(letter) ?? []), one]);
  }
  return letters;
}

export default function Glossary() {
  const { language, letters } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.cases_glossary_title()} lead={m.cases_glossary_lead()} />
      {letters.length === 0 && <Empty title={m.cases_glossary_none_title()}>{m.cases_glossary_none()}</Empty>}
      {letters.length > 1 && (
        <nav className="letter-jumps" aria-label={m.cases_letters()}>
          <ul>
            {letters.map(({ letter }) => (
              <li key={letter}>
                <a href={`#letter-${letter}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div lang={language}>
        {letters.map(({ letter, terms }) => (
          <section key={letter} className="letter">
            <h2 id={`letter-${letter}`}>{letter}</h2>
            <dl>
              {terms.map((term) => (
                <Entry key={term.id} term={term} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <LookUp without="/glossary" />
    </>
  );
}

type ShownTerm = ReturnType<typeof useLoaderData<typeof loader>>['letters'][number]['terms'][number];

function Entry({ term: { id, term, meaning, see, source } }: { term: ShownTerm }) {
  return (
    <div id={id} className="term">
      <dt dir="auto">{term}</dt>
      <dd dir="auto">{meaning}</dd>
      {see.length > 0 && (
        <dd className="term-more">
          {m.cases_see()}{' '}
          {see.map((other) => (
            <a key={other.id} href={`#${other.id}`} dir="auto">
              {other.term}
            </a>
          ))}
        </dd>
      )}
      {source && (
        <dd className="term-more">
          {m.cases_idea_of()} <Link to={`/sources#${source.id}`}>{source.author}</Link>
        </dd>
      )}
    </div>
  );
}
