import type { Actor } from '#app/domain/actor/actor.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import type { Deed } from '../deed.ts';
import { granted } from '../deed.ts';
import type { KnownIds } from '../known-ids.ts';
import { idOf } from '../known-ids.ts';
import type { StaffMember } from './staff.ts';

/** One of the plan becomes a person of the database; `actor` is asked for when it is time. */
export function addMember(actor: () => Actor, member: StaffMember, known: KnownIds): Deed['act'] {
  return async (tx) => {
    const { name, language, employeeNumber, jobTitle, hiredOn } = member;
    const input = {
      name,
      language,
      employeeNumber,
      jobTitle,
      hiredOn,
      email: member.email ?? undefined,
      departmentId: idOf(known.departments, member.department),
      siteId: idOf(known.sites, member.site),
      managerId: member.managerKey ? idOf(known.people, member.managerKey) : undefined,
    };
    const { personId } = granted(await addPerson(tx, actor(), input));
    known.people.set(member.key, personId);
  };
}
