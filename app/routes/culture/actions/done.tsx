import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { settleAction } from '#app/domain/action-items/settle-action.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requirePerson } from '../../guards.server.ts';
import { backTo, findAction } from './find-action.server.ts';

export const meta: MetaFunction = () => [{ title: m.action_done_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const { shown, back } = await findAction(actor, args);
  return { text: shown.text, back };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePerson(args);
  const actionId = args.params.action ?? '';
  const said = await transact((tx) => settleAction(tx, actor, { actionId, outcome: 'done', reason: null }));
  if ('refused' in said) return notFound();
  throw redirect(backTo(args.request), 303);
}

export default function Done() {
  const { text, back } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/actions', label: m.action_mine() }]} />
      <PageHead eyebrow={m.action_done_title()} title={text} />
      <form method="post" className="actions">
        <SubmitOnce>{m.action_done()}</SubmitOnce>
        <QuietButton to={back}>{m.action_leave()}</QuietButton>
      </form>
    </>
  );
}
