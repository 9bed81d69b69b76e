import type { ReactNode } from 'react';
import type { ScenarioPart, TextPart } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { PartList } from '#app/ui/document/part-list.tsx';
import { ScenarioView } from '#app/ui/document/scenario-view.tsx';
import { TextNodes } from '#app/ui/document/text-nodes.tsx';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Progress } from '#app/ui/page/progress.tsx';
import { CommitmentForm } from './commitment-form.tsx';
import { ModuleCrumbs } from './module-crumbs.tsx';
import type { ModuleOutlineView } from './module-view.server.ts';

type Props = {
  outline: ModuleOutlineView;
  part: TextPart | ScenarioPart;
  /** The choices taken in a scenario, as its links carry them. */
  path: string;
  functions: string[];
  commitment: string | null;
};

/** One part of a module, with the way to the next. */
export function ModulePart({ outline, part, path, functions, commitment }: Props) {
  const { home, parts } = outline;
  const index = parts.findIndex(({ slug }) => slug === part.slug);
  const here = parts[index]?.title ?? outline.title;
  const before = parts[index - 1];
  const after = parts[index + 1];
  const at = { position: index + 1, total: parts.length };
  const renderCommitment = (prompt: string): ReactNode => (
    <CommitmentForm action={`${home}/commitment`} part={part.slug} prompt={prompt} made={commitment} />
  );
  return (
    <div lang={outline.language}>
      <ModuleCrumbs outline={outline} here={here} />
      <PageHead eyebrow={m.learn_part_eyebrow({ ...at, minutes: part.minutes })} title={here}>
        <Progress value={at.position} max={at.total} label={m.learn_progress()} text={m.learn_part_of(at)} />
      </PageHead>
      {outline.newerEdition && <Notice>{m.learn_newer_edition({ edition: outline.edition })}</Notice>}
      <div className="prose prose-wide">
        {part.kind === 'text' ? (
          <TextNodes nodes={part.nodes} level={1} functions={functions} renderCommitment={renderCommitment} />
        ) : (
          <ScenarioView
            scenario={part.scenario}
            path={path}
            title={part.scenario.title !== here}
            hrefFor={(taken) => `${home}?part=${part.slug}&path=${taken}`}
          />
        )}
      </div>
      <form method="post" action={home} className="actions mt-12">
        <input type="hidden" name="read" value={part.slug} />
        <SubmitOnce>{onward(outline, after)}</SubmitOnce>
        {before && <QuietButton to={`${home}?part=${before.slug}`}>{m.learn_back()}</QuietButton>}
      </form>
      <section className="mt-16 print:hidden">
        <h2 className="mb-4">{m.learn_parts()}</h2>
        <PartList
          label={m.learn_parts()}
          parts={parts.map((one) => ({
            title: one.title,
            minutes: one.minutes,
            read: one.read,
            current: one.slug === part.slug,
            to: `${home}?part=${one.slug}`,
          }))}
        />
      </section>
    </div>
  );
}

function onward(outline: ModuleOutlineView, after: ModuleOutlineView['parts'][number] | undefined): string {
  if (after) return m.learn_go_on({ title: after.title });
  return outline.questions > 0 ? m.learn_to_questions() : m.learn_finish();
}
