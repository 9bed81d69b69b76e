import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { mayCancel } from '#app/domain/culture/mailings/mailing.ts';
import { cancelMailing } from '#app/domain/culture/mailings/cancel-mailing.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { requireRole } from '../../../guards.server.ts';
import { findMailing, mailingCrumbs } from '../find-mailing.server.ts';
import { refusalWords } from '../mailing-words.ts';
import { Question } from '../question.tsx';

export const meta: MetaFunction = () => [{ title: m.mailing_cancel_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  return {
    id: mailing.id,
    crumbs: mailingCrumbs(mailing),
    may: mayCancel(mailing.state),
    lead: m.mailing_cancel_lead(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: mailingId } = await findMailing(args);
  const done = await transact((tx) => cancelMailing(tx, actor, { mailingId }));
  if ('refused' in done) return data({ error: refusalWords[done.refused]() }, { status: 422 });
  throw redirect(`/studio/mailings/${mailingId}?said=cancelled`, 303);
}

export default function Cancel() {
  const { id, crumbs, may, lead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Question
      crumbs={crumbs}
      title={m.mailing_cancel_title()}
      lead={lead}
      error={answer?.error}
      button={may ? m.mailing_cancel() : null}
      back={{ to: `/studio/mailings/${id}`, label: m.mailing_leave_so() }}
    />
  );
}
