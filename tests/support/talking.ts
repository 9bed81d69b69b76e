import { join } from 'node:path';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { MeetingTerms } from '#app/domain/culture/talks/meeting.ts';
import { planMeeting } from '#app/domain/culture/talks/plan-meeting.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { talkSource, writeTalk } from './canary-talks.ts';
import { publishDrafts } from './culture.ts';
import { caseStudy, moduleSource, writeContent } from './content.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, makeHead } from './staff.ts';

/** Shipping with Ben at its head, Ada and one without an address; Zed in sales; a plan that is published. */
export async function talkingCompany(folder: string) {
  const siteId = await foundTestCompany();
  const shippingId = await departmentOf('Shipping', 'shipping');
  const salesId = await departmentOf('Sales', 'sales');
  const officeId = await departmentOf('Office', 'office');
  const ben = await hire({ name: 'Ben Nowicki', departmentId: shippingId, siteId });
  const ada = await hire({ name: 'Ada Kowalska', departmentId: shippingId, siteId });
  const eve = await hire({ name: 'Eve Lis', departmentId: shippingId, siteId, employeeNumber: 'E1' });
  await transact((tx) => tx.person.update({ where: { id: eve }, data: { email: null } }));
  const zed = await hire({ name: 'Zed Tanaka', departmentId: salesId, siteId });
  const sue = await hire({ name: 'Sue Sales', departmentId: salesId, siteId });
  const chidi = await hire({ name: 'Chidi Okafor', departmentId: officeId, siteId, roles: ['hr'] });
  const dana = await hire({ name: 'Dana Whitfield', departmentId: officeId, siteId, roles: ['editor'] });
  await makeHead(shippingId, ben);
  await makeHead(salesId, sue);
  const root = join(folder, 'content');
  const first = moduleSource({ title: 'First' }).replace(
    /(\n---\n)/,
    `$1\n${caseStudy({ id: 'a-case-for-all', title: 'A case for all' })}\n`,
  );
  writeTalk(root, 'who-has-it', talkSource('Who has it?'));
  const imported = await importContent(
    system,
    writeContent(root, [{ slug: 'common', title: 'Common', audience: 'everyone', modules: { first } }]),
  );
  if (imported.broken.length > 0) throw new Error(JSON.stringify(imported.broken));
  await publishDrafts();
  const people = { ben, ada, eve, zed, sue, chidi, dana };
  return { siteId, shippingId, salesId, people, head: await actorOf(ben) };
}

export type TalkingCompany = Awaited<ReturnType<typeof talkingCompany>>;

export const termsFor = (
  head: PersonActor,
  people: string[],
  more: Partial<MeetingTerms> = {},
): MeetingTerms => ({
  title: 'Who has it?',
  plan: 'who-has-it',
  kind: 'team',
  day: '2026-03-12',
  startTime: '09:30',
  minutes: 15,
  place: 'Canteen',
  facilitatorId: head.id,
  people,
  ...more,
});

export async function planned(
  { head, shippingId, people }: TalkingCompany,
  more: Partial<MeetingTerms> = {},
): Promise<string> {
  const terms = termsFor(head, [head.id, people.ada, people.eve], more);
  return (await done(transact((tx) => planMeeting(tx, head, { ...terms, departmentId: shippingId }))))
    .meetingId;
}

/** As if nobody had ever planned one; who works where stays. */
export function forgetTalks(): Promise<void> {
  return transact(async (tx) => {
    await tx.actionSettlement.deleteMany();
    await tx.actionItem.deleteMany();
    await tx.meetingGuest.deleteMany();
    await tx.meetingHolding.deleteMany();
    await tx.meetingCancellation.deleteMany();
    await tx.meetingInvitation.deleteMany();
    await tx.meeting.deleteMany();
    await tx.mail.deleteMany();
  });
}
