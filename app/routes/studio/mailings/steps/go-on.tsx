import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countReaders } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import { mayGoOn } from '#app/domain/culture/mailings/mailing.ts';
import { readPublishedIssue } from '#app/domain/culture/mailings/planning/issue-reads.server.ts';
import { resumeMailing } from '#app/domain/culture/mailings/resume-mailing.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { requireRole } from '../../../guards.server.ts';
import { findMailing, mailingCrumbs } from '../find-mailing.server.ts';
import { refusalWords } from '../mailing-words.ts';
import { Question } from '../question.tsx';

export const meta: MetaFunction = () => [{ title: m.mailing_go_on_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  const issue = await readPublishedIssue(reader, { documentId: mailing.documentId });
  return {
    id: mailing.id,
    crumbs: mailingCrumbs(mailing),
    may: mayGoOn(mailing.state) && issue !== null,
    lead: issue
      ? m.mailing_go_on_lead({ count: (await countReaders(reader, mailing.id)).queued })
      : m.mailing_refused_not_published(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: mailingId } = await findMailing(args);
  const done = await transact((tx) => resumeMailing(tx, actor, { mailingId }));
  if ('refused' in done) return data({ error: refusalWords[done.refused]() }, { status: 422 });
  throw redirect(`/studio/mailings/${mailingId}?said=resumed`, 303);
}

export default function GoOn() {
  const { id, crumbs, may, lead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Question
      crumbs={crumbs}
      title={m.mailing_go_on_title()}
      lead={lead}
      error={answer?.error}
      button={may ? m.mailing_go_on() : null}
      back={{ to: `/studio/mailings/${id}`, label: m.mailing_leave_so() }}
    />
  );
}
