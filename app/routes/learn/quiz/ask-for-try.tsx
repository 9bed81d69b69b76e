import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { AskForTryRefusal } from '#app/domain/learning/tries/ask-for-try.server.ts';
import { askForTry } from '#app/domain/learning/tries/ask-for-try.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { Button } from '#app/ui/form/button.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { openModule } from '../module/find-module.server.ts';
import { ModuleCrumbs } from '../module/module-crumbs.tsx';
import { readModuleView } from '../module/module-view.server.ts';
import { FurtherTry } from './further-try.tsx';
import { showFurtherTry } from './further-try.server.ts';

export const meta: MetaFunction = () => [{ title: m.quiz_further_title() }];

const refusals: Record<AskForTryRefusal, () => string> = {
  'not-begun': m.quiz_further_not_begun,
  'already-completed': m.quiz_further_completed,
  'tries-left': m.quiz_further_tries_left,
};

/** Why there is nothing to ask for; null where there is. */
function reasonNotToAsk(begun: boolean, completed: boolean, left: number | null): AskForTryRefusal | null {
  if (!begun) return completed ? 'already-completed' : 'not-begun';
  return left === 0 ? null : 'tries-left';
}

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const { found, outline } = await readModuleView(open);
  const further = await showFurtherTry(open, args.request);
  const left = outline.tryOpen ? 1 : (further?.left ?? null);
  const refused = reasonNotToAsk(further !== null, found.completedOn !== null, left);
  return { outline, further, refused };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, module, home } = await openModule(args);
  const asked = await transact((tx) => askForTry(tx, actor, { documentId: module.documentId }));
  if ('refused' in asked) return data({ refused: asked.refused }, { status: 422 });
  throw redirect(`${home}/ask-for-try`, 303);
}

export default function AskForTry() {
  const { outline, further, refused: known } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused ?? known;
  const { home } = outline;
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.quiz_further_title()} />
      <PageHead eyebrow={outline.title} title={m.quiz_further_title()} />
      {refused || !further ? (
        <>
          <p className="mb-6">{refusals[refused ?? 'not-begun']()}</p>
          <Button to={refused === 'tries-left' ? `${home}/attempt` : home}>
            {refused === 'tries-left' ? m.learn_to_questions() : m.quiz_further_to_module()}
          </Button>
        </>
      ) : (
        <FurtherTry further={further} />
      )}
    </>
  );
}
