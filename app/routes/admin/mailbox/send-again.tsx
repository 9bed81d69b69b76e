import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readMail } from '#app/domain/outbox/mail-reads.server.ts';
import type { MailState } from '#app/domain/outbox/mail.ts';
import { maySendAgain } from '#app/domain/outbox/mail.ts';
import { retryMail } from '#app/domain/outbox/retry-mail.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { stateWords, templateWords } from './words.ts';

export const meta: MetaFunction = () => [{ title: m.mail_again_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  const mail = (await readMail(reader, args.params.mail ?? '')) ?? notFound();
  return {
    id: mail.id,
    about: templateWords[mail.template](),
    person: mail.personName,
    state: mail.state,
    mayGoAgain: maySendAgain(mail.state),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const mailId = args.params.mail ?? '';
  const retried = await transact((tx) => retryMail(tx, actor, { mailId }));
  if (!('refused' in retried)) throw redirect(`/admin/mailbox/${mailId}?again`, 303);
  if (retried.refused !== 'not-stopped') notFound();
  return data({ refused: m.mail_again_refused() }, { status: 422 });
}

function lead(state: MailState): string {
  if (state === 'uncertain') return m.mail_again_uncertain();
  if (state === 'failed') return m.mail_again_failed();
  return m.mail_again_not({ state: stateWords[state]() });
}

export default function SendAgain() {
  const { id, about, person, state, mayGoAgain } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/admin', label: m.jobs_admin() },
          { to: '/admin/mailbox', label: m.mail_box_title() },
          { to: `/admin/mailbox/${id}`, label: about },
        ]}
        here={m.mail_again_title()}
      />
      {answer && <Notice tone="bad">{answer.refused}</Notice>}
      <PageHead
        eyebrow={person && m.mail_for({ name: person })}
        title={m.mail_again_title()}
        lead={lead(state)}
      />
      {mayGoAgain && (
        <form method="post" className="form-end">
          <SubmitOnce>{m.mail_send_again()}</SubmitOnce>
        </form>
      )}
    </>
  );
}
