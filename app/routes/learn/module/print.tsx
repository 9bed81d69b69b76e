import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import * as m from '#app/messages/generated/messages.js';
import { TextNodes } from '#app/ui/document/text-nodes.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { PrintButton } from '#app/ui/print/print-button.tsx';
import { ScenarioSheet } from '#app/ui/document/scenario/scenario-sheet.tsx';
import { openModule } from './find-module.server.ts';
import { ModuleCrumbs } from './module-crumbs.tsx';
import { readModuleView } from './module-view.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.outline.title }];

/** All parts at once, for whoever may read them one by one. The questions stay on the screen. */
export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const { found, outline } = await readModuleView(open);
  if (!outline.mayRead) throw redirect(outline.here);
  const { tree } = found.version;
  return { outline, parts: readingParts(tree), functions: [open.actor.function ?? 'none'] };
}

export default function PrintModule() {
  const { outline, parts, functions } = useLoaderData<typeof loader>();
  const { title, language, course, position, minutes } = outline;
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.reading_print_title()} />
      <PageHead
        eyebrow={m.learn_module_eyebrow({ position, total: course.modules, minutes })}
        title={title}
        lang={language}
      >
        <PrintButton>{m.reading_print_button()}</PrintButton>
      </PageHead>
      {parts.map((part, index) => (
        <section key={part.slug} className="printed-part" lang={language}>
          {outline.parts[index]?.title !== title && (
            <h2 className="mb-4" dir="auto">
              {outline.parts[index]?.title}
            </h2>
          )}
          <div className="prose prose-wide">
            {part.kind === 'text' ? (
              <TextNodes nodes={part.nodes} level={2} functions={functions} />
            ) : (
              <ScenarioSheet scenario={part.scenario} level={3} />
            )}
          </div>
        </section>
      ))}
    </>
  );
}
