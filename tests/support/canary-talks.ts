import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleAction } from '#app/domain/action-items/settle-action.server.ts';
import { cancelMeeting } from '#app/domain/culture/talks/cancel-meeting.server.ts';
import { holdMeeting } from '#app/domain/culture/talks/hold-meeting.server.ts';
import { planMeeting } from '#app/domain/culture/talks/plan-meeting.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { publishDrafts } from './culture.ts';
import { actorOf, done } from './staff.ts';

/** A plan of two parts with a slide, a handout and its question at the end. */
export const talkSource = (title: string, more = '') => `---
title: ${title}
language: en
minutes: 15
aim: Each of us has said one thing that somebody waits for.
${more}---

<Part minutes="5" title="The beginning">

Stay standing.

<Say>Good morning to all of you.</Say>

<Slide title="On the wall">

Few words

</Slide>

<CaseFrom case="a-case-for-all" />

</Part>

<Part minutes="10" title="The end">

<Ask>Who has it now?</Ask>

</Part>

<Handout>

### Take this along

- One thing

</Handout>

<Exit>What will you do today?</Exit>
`;

export function writeTalk(root: string, slug = 'a-talk', source = talkSource('A talk')): void {
  mkdirSync(join(root, 'culture/talks'), { recursive: true });
  writeFileSync(join(root, `culture/talks/${slug}.mdx`), source);
}

/** A talk to come, one that was held and one that was called off; of what was agreed one thing is open. */
export async function liveTalks(departmentId: string, people: string[]) {
  await publishDrafts();
  const head = await actorOf(people[0]!);
  const today = dateIn(head.siteTimeZone);
  const plan = async (day: string, startTime: string) => {
    const terms = {
      departmentId,
      title: 'A talk',
      plan: 'a-talk',
      kind: 'guests' as const,
      day,
      startTime,
      minutes: 15,
      place: 'Canteen',
      facilitatorId: head.id,
      people,
    };
    return (await done(transact((tx) => planMeeting(tx, head, terms)))).meetingId;
  };
  const meetingId = await plan(daysAfter(today, 30), '09:00');
  const heldId = await plan(daysAfter(today, -10), '09:00');
  const calledOff = await plan(daysAfter(today, 20), '09:00');
  await done(transact((tx) => cancelMeeting(tx, head, { meetingId: calledOff })));
  const agreed = ['Ring before ten', 'Ask once more'].map((text) => ({
    text,
    ownerId: people[2]!,
    dueOn: daysAfter(today, 5),
  }));
  const holding = { meetingId: heldId, attended: people, guests: ['Mara'], earlier: [], agreed };
  await done(transact((tx) => holdMeeting(tx, head, holding)));
  const items = await reader.actionItem.findMany({ orderBy: { text: 'asc' } });
  const settled = { actionId: items[0]!.id, outcome: 'done' as const, reason: null };
  await done(transact((tx) => settleAction(tx, head, settled)));
  return { meetingId, heldId, actionId: items[1]!.id };
}
