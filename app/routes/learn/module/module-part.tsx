import type { ReactNode } from 'react';
import type { ScenarioPart } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { PartList } from '#app/ui/document/part-list.tsx';
import { ScenarioView } from '#app/ui/document/scenario-view.tsx';
import { Prose } from '#app/ui/document/prose/prose.tsx';
import type { ProsePiece } from '#app/ui/document/prose/prose-piece.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Progress } from '#app/ui/page/progress.tsx';
import { ReadingTools } from '#app/ui/reading/reading-tools.tsx';
import { WithTitle } from '#app/ui/reading/with-title.tsx';
import { LanguageChoice } from '../language/language-choice.tsx';
import { LanguageNote } from '../language/language-note.tsx';
import { CommitmentForm } from './commitment-form.tsx';
import { ModuleCrumbs } from './module-crumbs.tsx';
import type { ModuleOutlineView } from './module-view.server.ts';

/** A part as it is read: of a text, what was drawn of it for this reader. */
export type ShownPart = ScenarioPart | { kind: 'text'; slug: string; minutes: number; pieces: ProsePiece[] };

type Props = {
  outline: ModuleOutlineView;
  part: ShownPart;
  /** The choices taken in a scenario, as its links carry them. */
  path: string;
  commitment: string | null;
};

/** One part of a module, with the way to the next. */
export function ModulePart({ outline, part, path, commitment }: Props) {
  const { home, here, parts, language } = outline;
  const index = parts.findIndex(({ slug }) => slug === part.slug);
  const title = parts[index]?.title ?? outline.title;
  const address = parts[index]?.to ?? here;
  const before = parts[index - 1];
  const at = { position: index + 1, total: parts.length };
  const pathTo = (taken: string) => `${address}&${new URLSearchParams({ path: taken })}`;
  const renderCommitment = (prompt: string): ReactNode => (
    <CommitmentForm
      action={`${home}/commitment`}
      part={part.slug}
      prompt={prompt}
      lang={language}
      made={commitment}
    />
  );
  return (
    <>
      <ModuleCrumbs outline={outline} here={title} hereLanguage={language} />
      <PageHead title={title} lang={language}>
        <Progress
          value={at.position}
          max={at.total}
          label={m.learn_progress()}
          text={m.learn_part_eyebrow({ ...at, minutes: part.minutes })}
        />
        <div className="reading-row">
          <ReadingTools
            key={`${part.slug} ${path}`}
            text="text"
            sizes={{ action: '/reading/text-size', back: path ? pathTo(path) : address }}
          />
          <LanguageChoice outline={outline} part={part.slug} />
        </div>
      </PageHead>
      {index === 0 && <LanguageNote notInMine={outline.notInMine} />}
      {outline.newerEdition && <Notice>{m.learn_newer_edition({ edition: outline.edition })}</Notice>}
      <div id="text" lang={language}>
        {part.kind === 'text' ? (
          <Prose pieces={part.pieces} renderCommitment={renderCommitment} />
        ) : (
          <div className="prose prose-wide">
            <ScenarioView
              scenario={part.scenario}
              path={path}
              title={part.scenario.title !== title}
              hrefFor={pathTo}
            />
          </div>
        )}
      </div>
      <form method="post" action={here} className="actions onward mt-12">
        <input type="hidden" name="read" value={part.slug} />
        <SubmitOnce>
          <Onward outline={outline} after={parts[index + 1]} />
        </SubmitOnce>
        {before && <QuietButton to={before.to}>{m.learn_back()}</QuietButton>}
      </form>
      <section className="mt-16 print:hidden">
        <h2 className="mb-4">{m.learn_parts()}</h2>
        <PartList
          label={m.learn_parts()}
          lang={language}
          parts={parts.map((one) => ({ ...one, current: one.slug === part.slug }))}
        />
      </section>
    </>
  );
}

function Onward({
  outline,
  after,
}: {
  outline: ModuleOutlineView;
  after?: ModuleOutlineView['parts'][number];
}) {
  if (after) return <WithTitle words={m.learn_go_on} title={after.title} lang={outline.language} />;
  return <>{outline.questions > 0 ? m.learn_to_questions() : m.learn_finish()}</>;
}
