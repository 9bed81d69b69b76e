import { system } from '#app/domain/actor/actor.ts';
import { publishVersion } from '#app/domain/publishing/publish-version.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { done } from './staff.ts';

const head = (title: string, more = '') => `---\ntitle: ${title}\nlanguage: en\n${more}---\n\n`;

/** One document of each kind, by its place in a content folder; all show the case `a-case-for-all`. */
export const cultureFiles: Record<string, string> = {
  'culture/newsletters/an-issue.mdx': `${head('An issue')}<Lead>

What happened.

</Lead>

<Story id="a-story" title="A story" kicker="From the yard">

Somebody called back.

<For function="shipping">

The yard did it.

</For>

<CaseFrom case="a-case-for-all" />

<PosterFrom poster="a-poster" />

</Story>

<Story id="what-changed" title="What changed">

<Changes />

</Story>
`,
  'culture/posters/a-poster.mdx': `${head('A poster', 'template: big-words\npalette: ink\nqr: /cases/a-case-for-all\nstandard: begin-the-repair\n')}<Headline>Ask twice</Headline>

<Line>Before you send it away.</Line>
`,
  'culture/talks/a-plan.mdx': `${head('A plan', 'minutes: 15\naim: To speak about one case.\n')}<Part title="Begin" minutes="5">

<Say>Good morning.</Say>

<Ask>Who has seen this?</Ask>

<Slide title="One case">

- What happened

</Slide>

</Part>

<Part title="The case" minutes="10">

<CaseFrom case="a-case-for-all" />

</Part>

<Handout>

Keep this.

</Handout>

<Exit>What will you do tomorrow?</Exit>
`,
  'culture/sheets/a-sheet.mdx': `${head('A sheet', 'refreshes: common/first\n')}<CaseFrom case="a-case-for-all" />

<Ask>What would you say?</Ask>

<Answer>I will ask.</Answer>

<Answer>It is late.</Answer>

<Say>Begin it yourself.</Say>
`,
};

/** Publishes every draft that has no findings, posters first. */
export async function publishDrafts(): Promise<void> {
  const drafts = await reader.draft.findMany({
    where: { versionId: { not: null } },
    orderBy: { kind: 'desc' },
    select: { kind: true, versionId: true },
  });
  const postersFirst = drafts.toSorted((a, b) => Number(b.kind === 'poster') - Number(a.kind === 'poster'));
  for (const { versionId } of postersFirst) {
    await done(
      transact((tx) => publishVersion(tx, system, { versionId: versionId!, change: 'informative' })),
    );
  }
}
