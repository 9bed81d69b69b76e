import type { Actor, PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import type { PersonPlace } from '#app/domain/people/staff/placement.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

/** Office, Shipping and Returns (below Shipping) at two sites; Chidi in HR, Farah who is admin, Ben and Ada. */
export async function companyOfFour() {
  const siteId = await foundTestCompany();
  const away = { name: 'Away', timeZone: 'Asia/Tokyo', paper: 'letter' as const, daysOff: [7] };
  const otherSiteId = (await done(transact((tx) => addSite(tx, system, away)))).siteId;
  const office = await departmentOf('Office');
  const shipping = await departmentOf('Shipping', 'shipping');
  const returns = await departmentOf('Returns', undefined, shipping);
  const people = {
    chidi: await hire({ name: 'Chidi', departmentId: office, siteId, roles: ['hr'] }),
    farah: await hire({ name: 'Farah', departmentId: office, siteId, roles: ['admin'] }),
    ben: await hire({ name: 'Ben', departmentId: shipping, siteId }),
    ada: await hire({ name: 'Ada', departmentId: shipping, siteId, employeeNumber: 'N-1' }),
  };
  const actors: Record<keyof typeof people, PersonActor> = {
    chidi: await actorOf(people.chidi),
    farah: await actorOf(people.farah),
    ben: await actorOf(people.ben),
    ada: await actorOf(people.ada),
  };
  const place: PersonPlace = { departmentId: shipping, siteId, jobTitle: '', managerId: null };
  return { siteId, otherSiteId, departments: { office, shipping, returns }, people, actors, place };
}

export type CompanyOfFour = Awaited<ReturnType<typeof companyOfFour>>;

/** A verb in a transaction of its own. */
export function doing<Input, Result>(
  verb: (tx: Tx, actor: Actor, input: Input) => Promise<Result>,
  actor: Actor,
  input: Input,
): Promise<Result> {
  return transact((tx) => verb(tx, actor, input));
}
