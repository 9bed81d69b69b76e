import { countReaders, dueBetween, readSteps } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import type { Mailing } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import type { ReaderCounts, ReaderState } from '#app/domain/culture/mailings/mailing.ts';
import { readerStates } from '#app/domain/culture/mailings/mailing.ts';
import { countAudience } from '#app/domain/culture/mailings/planning/audience-reads.server.ts';
import { readPublishedIssue } from '#app/domain/culture/mailings/planning/issue-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment, formatZonedMoment } from '#app/platform/locale/format.ts';
import { audienceInWords, reachInWords } from './audience-words.server.ts';
import { pauseWords, readerTones, readerWords, shownState, stepInWords } from './mailing-words.ts';

type Eyes = { locale: string; timeZone: string };

const settledOf = ({ sent, failed, uncertain, ...counts }: ReaderCounts) =>
  sent + failed + uncertain + counts['left-out'];

/** When the last mail will have left: by the pace, and not before the last reader is due. */
async function estimate(mailing: Mailing, waiting: number): Promise<{ ends: Date; isIdle: boolean } | null> {
  const due = await dueBetween(reader, mailing.id);
  if (!due) return null;
  const at = now();
  const begins = Math.max(at.getTime(), due.first.getTime());
  const byPace = begins + (waiting / mailing.perMinute) * 60_000;
  const isIdle = mailing.inHours && due.first > at && mailing.startAt <= at;
  return { ends: new Date(Math.max(byPace, due.last.getTime())), isIdle };
}

/** How far it is, in words and numbers; null before it was sent off. */
async function shownProgress(mailing: Mailing, { locale, timeZone }: Eyes) {
  if (!mailing.frozenAt) return null;
  const counts = await countReaders(reader, mailing.id);
  const number = new Intl.NumberFormat(locale);
  const waiting = counts.queued + counts.sending;
  const isRunning = mailing.state === 'running';
  const done = settledOf(counts);
  const left = isRunning && waiting > 0 ? await estimate(mailing, waiting) : null;
  const words = (state: ReaderState) =>
    state === 'queued' && mailing.state === 'cancelled' ? m.mailing_reader_not_sent() : readerWords[state]();
  return {
    done,
    total: done + waiting,
    text: m.mailing_progress_is({ done: number.format(done), total: number.format(done + waiting) }),
    ends: left && m.mailing_estimate({ when: formatZonedMoment(left.ends, locale, timeZone) }),
    idle: left?.isIdle ? m.mailing_idle_hours() : null,
    isMoving: isRunning && waiting > 0,
    failed: counts.failed,
    uncertain: counts.uncertain,
    counts: readerStates
      .filter((state) => counts[state] > 0 || state === 'sent')
      .map((state) => ({
        state,
        words: words(state),
        tone: readerTones[state],
        count: number.format(counts[state]),
      })),
  };
}

function shownFacts(mailing: Mailing, audience: string, { locale, timeZone }: Eyes) {
  const { perMinute, inHours, fromHour, untilHour, startAt, state, preheader } = mailing;
  const hour = (of: number) => `${String(of).padStart(2, '0')}:00`;
  const isNow = state === 'planned' && startAt <= now();
  return [
    ...(preheader ? [{ what: m.mailing_facts_preheader(), is: preheader }] : []),
    { what: m.mailing_facts_audience(), is: audience },
    {
      what: m.mailing_facts_start(),
      is: isNow ? m.mailing_facts_start_now() : formatZonedMoment(startAt, locale, timeZone),
    },
    {
      what: m.mailing_facts_hours(),
      is: inHours
        ? m.mailing_facts_hours_in({ from: hour(fromHour), until: hour(untilHour) })
        : m.mailing_facts_hours_any(),
    },
    { what: m.mailing_facts_pace(), is: m.mailing_facts_pace_is({ count: perMinute }) },
  ];
}

/** A mailing as its page shows it. */
export async function shownMailing(mailing: Mailing, eyes: Eyes) {
  const { id, subject, slug, title, state, pausedFor, readerCount, withoutAddress, unsubscribed } = mailing;
  const issue = await readPublishedIssue(reader, { documentId: mailing.documentId });
  const reach = mailing.frozenAt
    ? { readers: readerCount, withoutAddress, unsubscribed }
    : await countAudience(reader, mailing.audience);
  const shown = shownState(mailing, now());
  const steps = await readSteps(reader, id);
  return {
    id,
    subject,
    slug,
    title,
    state,
    shown,
    withdrawn: !issue && (state === 'planned' || state === 'running' || state === 'paused'),
    paused: state === 'paused' && pausedFor ? pauseWords[pausedFor]() : null,
    begins:
      shown === 'waiting'
        ? m.mailing_begins({ when: formatZonedMoment(mailing.startAt, eyes.locale, eyes.timeZone) })
        : null,
    reach: reachInWords(reach),
    facts: shownFacts(mailing, await audienceInWords(mailing.audience, eyes.locale), eyes),
    progress: await shownProgress(mailing, eyes),
    steps: steps.map((step) => ({
      seq: step.seq,
      words: stepInWords(step),
      when: formatMoment(step.at, eyes.locale, eyes.timeZone),
    })),
  };
}
