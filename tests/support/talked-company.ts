import { holdHuddle } from '#app/domain/culture/huddles/hold-huddle.server.ts';
import { cancelMeeting } from '#app/domain/culture/talks/cancel-meeting.server.ts';
import { changeMeeting } from '#app/domain/culture/talks/change-meeting.server.ts';
import { planMeeting } from '#app/domain/culture/talks/plan-meeting.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { planHuddles } from '#app/jobs/huddles/plan-huddles.server.ts';
import { settleHuddles } from '#app/jobs/huddles/settle-huddles.server.ts';
import { dateIn, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { noonOf } from './huddles.ts';
import { actorOf, done } from './staff.ts';
import { termsFor } from './talking.ts';

/** A Monday and the day after, long past. */
const [monday, tuesday] = ['2026-09-14', '2026-09-15'];

/** A Monday that was held and is closed; a talk that was planned and changed, and one that was called off. */
export async function liveThroughTalks(
  departmentId: string,
  headId: string,
  personId: string,
): Promise<void> {
  const head = await actorOf(headId);
  await underClock(noonOf(monday), async () => {
    await planHuddles();
    const { id: huddleId } = await reader.huddle.findFirstOrThrow({ where: { departmentId } });
    await done(transact((tx) => holdHuddle(tx, head, { huddleId, heldOn: monday, people: [personId] })));
  });
  await underClock(noonOf(tuesday), settleHuddles);
  const day = daysAfter(dateIn(head.siteTimeZone), 30);
  const terms = { ...termsFor(head, [headId, personId], { plan: undefined, day }), departmentId };
  const plan = () => transact((tx) => planMeeting(tx, head, terms));
  const { meetingId } = await done(plan());
  const changed = { ...terms, meetingId, place: 'Loading bay' };
  await done(transact((tx) => changeMeeting(tx, head, changed)));
  const { meetingId: other } = await done(plan());
  await done(transact((tx) => cancelMeeting(tx, head, { meetingId: other })));
}
