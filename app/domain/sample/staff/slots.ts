import type { CastMember } from '../cast.ts';
import { cast } from '../cast.ts';
import type { SampleData, SampleDepartment } from '../sample-data.ts';

/** A place to be filled by one person. */
export type Slot = {
  key: string;
  department: string;
  site: string;
  jobTitle: string;
  position: 'head' | 'lead' | 'member';
  hasEmail: boolean;
  member: CastMember | null;
  /** Departments above this one, then heads before leads before members: nobody is added before their manager. */
  rank: number;
};

const positions = ['head', 'lead', 'member'] as const;

function depthOf(departments: SampleDepartment[], key: string): number {
  const under = departments.find((candidate) => candidate.key === key)?.under;
  return under ? 1 + depthOf(departments, under) : 0;
}

function slotsOf(department: SampleDepartment, depth: number): Slot[] {
  const { key, head, people } = department;
  const slots: Slot[] = [];
  const add = (slot: Omit<Slot, 'key' | 'department' | 'rank'>) => {
    const rank = slot.position === 'head' ? depth : 100 + positions.indexOf(slot.position);
    slots.push({ ...slot, key: slot.member?.key ?? `${key}-${slots.length}`, department: key, rank });
  };
  if (head) {
    const { title, site } = head;
    add({ site, jobTitle: title, position: 'head', hasEmail: true, member: null });
  }
  for (const member of cast.filter((candidate) => candidate.department === key)) {
    const { site, jobTitle, isHead } = member;
    add({ site, jobTitle, position: isHead ? 'head' : 'member', hasEmail: true, member });
  }
  for (const { title, site, count, lead, email } of people) {
    const position = lead ? 'lead' : 'member';
    for (let i = 0; i < count; i += 1) {
      add({ site, jobTitle: title, position, hasEmail: email, member: null });
    }
  }
  return slots;
}

export function slotsIn({ departments }: SampleData): Slot[] {
  return departments.flatMap((department) => slotsOf(department, depthOf(departments, department.key)));
}

/** Who is above a slot: a lead at the same site, else the department's head; above a head, the head of the department above. */
export function managerOf(slot: Slot, slots: Slot[], departments: SampleDepartment[]): string | null {
  const colleagues = slots.filter(({ department }) => department === slot.department);
  const head = colleagues.find(({ position }) => position === 'head');
  if (slot.position !== 'head') {
    const leads = colleagues.filter(({ position, site }) => position === 'lead' && site === slot.site);
    const lead = leads[colleagues.indexOf(slot) % leads.length];
    return (slot.position === 'member' && lead ? lead : head)?.key ?? null;
  }
  const under = departments.find(({ key }) => key === slot.department)?.under;
  return slots.find(({ department, position }) => department === under && position === 'head')?.key ?? null;
}
