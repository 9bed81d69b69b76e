import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requirePerson } from '../../guards.server.ts';
import { answerCommitment, findCommitment } from './find-commitment.server.ts';

export const meta: MetaFunction = () => [{ title: m.today_drop_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  return findCommitment(actor, args);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePerson(args);
  await answerCommitment(actor, args, { outcome: 'dropped', text: '' });
  throw redirect('/commitments', 303);
}

export default function Drop() {
  const { text } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/commitments', label: m.today_commitments() }]} />
      <PageHead eyebrow={m.today_quote({ text })} title={m.today_drop_title()} lead={m.today_drop_lead()} />
      <form method="post" className="actions">
        <SubmitOnce>{m.today_how_drop()}</SubmitOnce>
        <QuietButton to="/commitments">{m.today_drop_keep()}</QuietButton>
      </form>
    </>
  );
}
