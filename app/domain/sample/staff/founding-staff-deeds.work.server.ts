import { system } from '#app/domain/actor/actor.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import type { Deed } from '../deed.ts';
import { granted } from '../deed.ts';
import type { KnownIds } from '../known-ids.ts';
import { idOf } from '../known-ids.ts';
import type { SampleData } from '../sample-data.ts';
import { addMember } from './add-member.work.server.ts';
import type { StaffMember } from './staff.ts';

type Staffing = { data: SampleData; staff: StaffMember[]; known: KnownIds };

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
    ...founding.map((member) => addMember(() => system, member, known)),
    ...founding.filter(({ isHead }) => isHead).map((head) => heading(head, staffing)),
  ];
  return acts.map((act, index) => ({ at: momentOf(index), act }));
}
