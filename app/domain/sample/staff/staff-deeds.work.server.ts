import type { Actor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { instantAt } from '../calendar.ts';
import type { KnownIds } from '../known-ids.ts';
import { idOf } from '../known-ids.ts';
import type { Deed } from '../live-through.work.server.ts';
import { granted } from '../live-through.work.server.ts';
import type { SampleData } from '../sample-data.ts';
import { keepLeaving } from './keep-leaving.server.ts';
import type { StaffMember } from './staff.ts';

type Staffing = { data: SampleData; staff: StaffMember[]; known: KnownIds };

function adding(actor: () => Actor, member: StaffMember, known: KnownIds): Deed['act'] {
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

function heading(head: StaffMember, { data, known }: Staffing): Deed['act'] {
  const under = data.departments.find(({ key }) => key === head.department)?.under;
  return async (tx) =>
    granted(
      await placeDepartment(tx, system, {
        departmentId: idOf(known.departments, head.department),
        parentId: under ? idOf(known.departments, under) : null,
        headId: idOf(known.people, head.key),
        fromOn: head.hiredOn,
      }),
    );
}

/** Who was there before the history begins is entered on its first morning, heads with their departments. */
export function foundingStaffDeeds(
  staffing: Staffing & { first: string; momentOf: (index: number) => Date },
): Deed[] {
  const { staff, known, first, momentOf } = staffing;
  const founding = staff.filter(({ hiredOn }) => hiredOn < first);
  const acts = [
    ...founding.map((member) => adding(() => system, member, known)),
    ...founding.filter(({ isHead }) => isHead).map((head) => heading(head, staffing)),
  ];
  return acts.map((act, index) => ({ at: momentOf(index), act }));
}

/** HR enters those who come later on their first morning, and the last day of those who go on its evening. */
export function laterStaffDeeds(staffing: Staffing & { first: string; hr: () => Actor }): Deed[] {
  const { data, staff, known, first, hr } = staffing;
  const { timeZone } = data.company;
  const coming = staff
    .filter(({ hiredOn }) => hiredOn >= first)
    .map((member): Deed => ({
      at: instantAt(member.hiredOn, 7 * 60 + 10, timeZone),
      act: adding(hr, member, known),
    }));
  const going = staff.flatMap(({ key, leftOn }): Deed[] => {
    if (!leftOn) return [];
    const act: Deed['act'] = (tx) => keepLeaving(tx, { personId: idOf(known.people, key), leftOn });
    return [{ at: instantAt(leftOn, 15 * 60, timeZone), act }];
  });
  return [...coming, ...going];
}
