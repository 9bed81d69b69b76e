import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readSteps } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import { countAudience } from '#app/domain/culture/mailings/planning/audience-reads.server.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatZonedMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Notice } from '#app/ui/page/banner.tsx';
import { requireRole } from '../../../guards.server.ts';
import { reachInWords } from '../audience-words.server.ts';
import { findMailing, mailingCrumbs } from '../find-mailing.server.ts';
import { refusalWords } from '../mailing-words.ts';
import { mailObstacle } from '../obstacle.server.ts';
import { Question } from '../question.tsx';

export const meta: MetaFunction = () => [{ title: m.mailing_send_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  const { id, subject, startAt, state } = mailing;
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const counts = await countAudience(reader, mailing.audience);
  const steps = await readSteps(reader, id);
  const isLater = startAt > now();
  return {
    id,
    crumbs: mailingCrumbs(mailing),
    obstacle: mailObstacle(),
    may: state === 'planned' && counts.readers > 0,
    lead: m.mailing_send_lead({ subject, count: counts.readers }),
    isLater,
    notes: [
      ...(state === 'planned' ? [] : [m.mailing_refused_begun()]),
      ...reachInWords(counts),
      isLater
        ? m.mailing_send_when_at({ when: formatZonedMoment(startAt, locale, actor.siteTimeZone) })
        : m.mailing_send_when_now(),
      ...(steps.some(({ name }) => name === 'mailing.tested') ? [] : [m.mailing_send_untested()]),
    ],
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: mailingId } = await findMailing(args);
  const obstacle = mailObstacle();
  if (obstacle?.blocks) return data({ error: obstacle.words }, { status: 422 });
  const done = await transact((tx) => startMailing(tx, actor, { mailingId }));
  if ('refused' in done) return data({ error: refusalWords[done.refused]() }, { status: 422 });
  throw redirect(`/studio/mailings/${mailingId}?said=started`, 303);
}

export default function SendMailing() {
  const { id, crumbs, obstacle, may, lead, notes, isLater } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const button = isLater ? m.mailing_schedule_button() : m.mailing_send_button();
  return (
    <Question
      crumbs={crumbs}
      title={m.mailing_send_title()}
      lead={lead}
      error={answer?.error}
      button={may && !obstacle?.blocks ? button : null}
      back={{ to: `/studio/mailings/${id}`, label: m.mailing_not_yet() }}
    >
      {obstacle && <Notice tone={obstacle.blocks ? 'bad' : 'plain'}>{obstacle.words}</Notice>}
      <ul className="prose mb-8">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Question>
  );
}
