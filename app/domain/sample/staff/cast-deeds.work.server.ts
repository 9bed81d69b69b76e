import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { PasswordHash } from '#app/domain/access/passwords/credential.ts';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import type { KnownIds } from '../known-ids.ts';
import { idOf } from '../known-ids.ts';
import type { Deed } from '../deed.ts';
import { granted } from '../deed.ts';
import type { StaffMember } from './staff.ts';

type Casting = {
  staff: StaffMember[];
  known: KnownIds;
  actorOf: (member: StaffMember) => PersonActor;
  hashOf: (member: StaffMember) => PasswordHash;
  momentOf: (index: number) => Date;
};

/** The steward's roles come with the installation; she gives the others theirs. Then each sets their password. */
export function castDeeds({ staff, known, actorOf, hashOf, momentOf }: Casting): Deed[] {
  const members = staff.filter(({ isCast }) => isCast);
  const steward = members.find(({ roles }) => roles.includes('admin'));
  if (!steward) throw new Error('The cast has no administrator.');
  const roleActs = [steward, ...members.filter((member) => member !== steward)].flatMap((member) =>
    member.roles.map((role): Deed['act'] => {
      const personId = () => idOf(known.people, member.key);
      const giver = () => (member === steward ? system : actorOf(steward));
      return async (tx) => granted(await grantRole(tx, giver(), { personId: personId(), role }));
    }),
  );
  const passwordActs = members.map((member): Deed['act'] => async (tx) => {
    const actor = actorOf(member);
    granted(await setPassword(tx, actor, { personId: actor.id, secretHash: hashOf(member) }));
  });
  return [...roleActs, ...passwordActs].map((act, index) => ({ at: momentOf(index), act }));
}
