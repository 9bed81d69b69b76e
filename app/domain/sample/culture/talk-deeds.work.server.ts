import { readActionsFrom } from '#app/domain/action-items/action-reads.server.ts';
import { settleAction } from '#app/domain/action-items/settle-action.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { holdMeeting } from '#app/domain/culture/talks/hold-meeting.server.ts';
import { readInvitees } from '#app/domain/culture/talks/invitee-reads.server.ts';
import { planMeeting } from '#app/domain/culture/talks/plan-meeting.server.ts';
import { readTalkLines } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { addDays, addMonths, instantAt, workdayFrom, type Span } from '../calendar.ts';
import { granted, type Deed } from '../deed.ts';
import type { Dice } from '../dice.ts';
import { diceFrom } from '../dice.ts';
import type { StaffMember } from '../staff/staff.ts';
import { agreedTexts, dropReasons, guestNames, places } from './talk-texts.ts';

type Talking = { span: Span; staff: StaffMember[]; actorOf: (member: StaffMember) => PersonActor };

/** Of so many departments; the others have yet to begin. */
const heads = ['shipping', 'customer-service', 'sales', 'manufacturing', 'finance'];
const monthsBack = 6;
const peopleAtMost = 14;
/** What was agreed longer ago is done or dropped by now. */
const stillOpenAtMost = 70;

type Talk = { head: PersonActor; day: string; dice: Dice; toCome: boolean; texts: string[] };

async function plan(
  tx: Tx,
  { head, day, dice, toCome }: Talk,
): Promise<{ meetingId: string; people: string[] }> {
  const departmentId = head.departmentId!;
  const invitees = (await readInvitees(tx, [departmentId], [head.id])).map(({ id }) => id);
  const others = invitees.filter((id) => id !== head.id);
  const people = [head.id, ...others.slice(0, peopleAtMost - 1)];
  const plans = await readTalkLines(tx, head.language);
  const chosen = plans.length > 0 && (toCome || dice.roll() < 0.8) ? dice.pick(plans) : undefined;
  const planned = granted(
    await planMeeting(tx, head, {
      departmentId,
      title: chosen?.title ?? 'Team talk',
      plan: chosen?.slug,
      kind: toCome ? 'team' : (chosen?.with ?? 'team'),
      day,
      startTime: dice.pick(['09:00', '09:30', '13:15']),
      minutes: chosen?.minutes ?? 15,
      place: dice.pick(places),
      facilitatorId: head.id,
      people,
    }),
  );
  return { meetingId: planned.meetingId, people };
}

/** Two things agreed at each talk: of the older ones most are done by now, one or another is dropped. */
function deedsOf(talk: Talk, today: string): Deed[] {
  const { head, day, dice, texts } = talk;
  const at = (on: string, minutes: number) => instantAt(on, minutes, head.siteTimeZone);
  const made: { meetingId?: string; people: string[] } = { people: [] };
  const dueOn = addDays(day, 14);
  const settledOn = workdayFrom(addDays(day, dice.between(6, 20)));
  const isLate = addDays(day, stillOpenAtMost) > today;
  const deeds: Deed[] = [
    {
      at: at(addDays(day, -7), 9 * 60),
      act: async (tx) => Object.assign(made, await plan(tx, talk)),
    },
  ];
  if (talk.toCome) return deeds;
  deeds.push({
    at: at(day, 15 * 60),
    act: async (tx) => {
      const { meetingId = '', people } = made;
      const meeting = await tx.meeting.findUniqueOrThrow({
        where: { id: meetingId },
        select: { kind: true },
      });
      const owners = dice.shuffle(people);
      granted(
        await holdMeeting(tx, head, {
          meetingId,
          attended: people.filter(() => dice.roll() < 0.9),
          guests: meeting.kind === 'guests' ? dice.shuffle(guestNames).slice(0, 2) : [],
          earlier: [],
          agreed: texts.map((text, index) => ({ text, ownerId: owners[index % owners.length]!, dueOn })),
        }),
      );
    },
  });
  if (settledOn < today)
    deeds.push({
      at: at(settledOn, 10 * 60),
      act: async (tx) => {
        const items = await readActionsFrom(tx, { type: 'meeting', id: made.meetingId ?? '' });
        for (const { id: actionId } of items) {
          const fate = dice.roll();
          if (fate > 0.88 && isLate) continue;
          const isDropped = fate > 0.76;
          const reason = isDropped ? dice.pick(dropReasons) : null;
          granted(
            await settleAction(tx, head, { actionId, outcome: isDropped ? 'dropped' : 'done', reason }),
          );
        }
      },
    });
  return deeds;
}

/** About one talk a month in some departments over half a year, and the next one of shipping. */
export function talkDeeds({ span, staff, actorOf }: Talking): Deed[] {
  const dice = diceFrom(1127);
  const leaders = heads.flatMap(
    (key) => staff.find(({ department, isHead }) => isHead && department === key) ?? [],
  );
  return leaders.flatMap((leader, index) => {
    const head = actorOf(leader);
    const months = Array.from({ length: monthsBack }, (_, back) => monthsBack - back);
    const held = months
      .map((back) => workdayFrom(addDays(addMonths(span.today, -back), 2 * index + dice.between(4, 12))))
      .filter((day) => day <= span.last && dice.roll() < 0.85);
    const texts = dice.shuffle(agreedTexts);
    const talks = held.map((day, at): Talk => ({
      head,
      day,
      dice,
      toCome: false,
      texts: texts.slice(2 * at, 2 * at + 1 + (at % 2)),
    }));
    if (leader.key === 'ben') {
      talks.push({ head, day: workdayFrom(addDays(span.today, 4)), dice, toCome: true, texts: [] });
    }
    return talks.flatMap((talk) => deedsOf(talk, span.today));
  });
}
