import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { maySettle } from '#app/domain/culture/mailings/mailing.ts';
import { settleUncertain } from '#app/domain/culture/mailings/readers/settle-uncertain.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { requireRole } from '../../../guards.server.ts';
import { findMailing, mailingCrumbs } from '../find-mailing.server.ts';
import { refusalWords } from '../mailing-words.ts';
import { Question } from '../question.tsx';
import { askedReaders } from './asked-readers.server.ts';

export const meta: MetaFunction = () => [{ title: m.mailing_again_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  const { name, count } = await askedReaders(args.request, mailing.id, 'uncertain');
  return {
    id: mailing.id,
    crumbs: mailingCrumbs(mailing),
    may: maySettle(mailing.state) && count > 0,
    lead: name === null ? m.mailing_again_lead({ count }) : m.mailing_again_one({ name }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: mailingId } = await findMailing(args);
  const { readerId } = await askedReaders(args.request, mailingId, 'uncertain');
  const done = await transact((tx) => settleUncertain(tx, actor, { mailingId, readerId, as: 'again' }));
  if ('refused' in done) return data({ error: refusalWords[done.refused]() }, { status: 422 });
  throw redirect(`/studio/mailings/${mailingId}?said=settled`, 303);
}

export default function SendAgain() {
  const { id, crumbs, may, lead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Question
      crumbs={crumbs}
      title={m.mailing_again_title()}
      lead={lead}
      error={answer?.error}
      button={may ? m.mailing_send_again() : null}
      back={{ to: `/studio/mailings/${id}`, label: m.mailing_leave_so() }}
    />
  );
}
