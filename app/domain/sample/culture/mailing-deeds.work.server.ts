import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { finishMailing } from '#app/domain/culture/mailings/finish-mailing.server.ts';
import { readPublishedIssues } from '#app/domain/culture/mailings/planning/issue-reads.server.ts';
import { usualPlan } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { planMailing } from '#app/domain/culture/mailings/planning/plan-mailing.server.ts';
import { anybodyWaits, dueReaders } from '#app/domain/culture/mailings/readers/due-reads.server.ts';
import type { ReaderOutcome } from '#app/domain/culture/mailings/readers/keep-reader-outcomes.server.ts';
import { keepReaderOutcomes } from '#app/domain/culture/mailings/readers/keep-reader-outcomes.server.ts';
import { takeReaders } from '#app/domain/culture/mailings/readers/reader-steps.sql.server.ts';
import { settleUncertain } from '#app/domain/culture/mailings/readers/settle-uncertain.server.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { addDays, instantAt, workdayFrom, type Span } from '../calendar.ts';
import { granted, type Deed } from '../deed.ts';
import { lastIssueDaysAgo } from './publishing-deeds.work.server.ts';

type Mailed = { span: Span; timeZone: string; editor: () => PersonActor; cast: () => string[] };

/** Of those who are not of the cast: the place of the one whose mailbox is gone, and of the one who was cut off. */
const gone = 12;
const cutOff = 30;

const refused = { state: 'failed', reason: storedReason('refused', '550 5.1.1 No such mailbox') } as const;
const unknown = { state: 'uncertain', reason: storedReason('cut-off', 'ECONNRESET') } as const;

/** Sites that do not work on the first day have it at the end of a weekend and a holiday. */
const days = 5;

/** The last issue went by mail, and nearly all of it arrived. */
export function mailingDeeds({ span, timeZone, editor, cast }: Mailed): Deed[] {
  const at = (day: number, hour: number, minute = 0) =>
    instantAt(addDays(span.today, day - lastIssueDaysAgo), hour * 60 + minute, timeZone);
  const perMinute = usualPlan.perMinute;
  const minutes = Array.from({ length: days * 6 }, (_, index) => ({
    day: Math.floor(index / 6),
    minute: index % 6,
  }));
  let mailingId: string | null = null;
  return [
    {
      at: at(0, 10, 30),
      act: async (tx) => {
        mailingId = await plan(tx, editor());
      },
    },
    {
      at: at(0, 10, 45),
      act: async (tx) => mailingId && granted(await startMailing(tx, editor(), { mailingId })),
    },
    // Noon in Europe, and then again once it is noon for those across the sea.
    ...[12, 18].flatMap((hour) =>
      minutes.map(({ day, minute }) => ({
        at: at(day, hour, minute),
        act: async (tx: Tx) => mailingId && sendSome(tx, mailingId, { perMinute, cast: cast() }),
      })),
    ),
    ...Array.from({ length: days }, (_, day) => ({
      at: at(day, 19),
      act: async (tx: Tx) => {
        if (!mailingId || (await anybodyWaits(tx, mailingId))) return;
        const { state } = await tx.mailing.findUniqueOrThrow({ where: { id: mailingId } });
        if (state === 'running') granted(await finishMailing(tx, system, { mailingId }));
      },
    })),
    {
      at: instantAt(workdayFrom(addDays(span.today, days - lastIssueDaysAgo)), 9 * 60 + 20, timeZone),
      act: async (tx) => mailingId && granted(await settleUncertain(tx, editor(), { mailingId, as: 'sent' })),
    },
  ];
}

async function plan(tx: Tx, editor: PersonActor): Promise<string | null> {
  const [issue] = await readPublishedIssues(tx);
  if (!issue) return null;
  const { subject, preheader } = issue.original;
  const everybody = { departments: [], sites: [], languages: [], roles: [] };
  const words = { subject, preheader, audience: everybody, startAt: null };
  const input = { ...usualPlan, ...words, documentId: issue.documentId };
  return granted(await planMailing(tx, editor, input)).mailingId;
}

type Minute = { perMinute: number; cast: string[] };

/** As many as the pace lets go in a minute, and what became of each. */
async function sendSome(tx: Tx, mailingId: string, { perMinute, cast }: Minute): Promise<void> {
  const due = await dueReaders(tx, mailingId, perMinute);
  const taken = await takeReaders(
    tx,
    due.map(({ id }) => id),
  );
  if (taken.length === 0) return;
  const all = await tx.mailingReader.findMany({
    where: { mailingId, personId: { notIn: cast } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const outcomeOf = (id: string): ReaderOutcome => {
    if (id === all[gone]?.id) return refused;
    return id === all[cutOff]?.id ? unknown : { state: 'sent' };
  };
  await keepReaderOutcomes(
    tx,
    taken.map(({ id, tries }) => ({ readerId: id, tries, outcome: outcomeOf(id) })),
  );
}
