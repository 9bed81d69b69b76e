import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { Department } from '#app/domain/people/department.ts';
import { functionOf, withBelow } from '#app/domain/people/department.ts';
import type { SampleData } from './sample-data.ts';
import type { StaffMember } from './staff/staff.ts';

/** The ids that the verbs have given, by the keys of the plan. */
export type KnownIds = {
  sites: Map<string, string>;
  departments: Map<string, string>;
  people: Map<string, string>;
};

export function noIdsYet(): KnownIds {
  return { sites: new Map(), departments: new Map(), people: new Map() };
}

export function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The sample company has no "${key}" yet.`);
  return id;
}

function departmentsWith(data: SampleData, staff: StaffMember[], known: KnownIds): Department[] {
  return data.departments.map(({ key, name, function: functionId = null, under }) => {
    const head = staff.find(({ department, isHead }) => isHead && department === key);
    return {
      id: idOf(known.departments, key),
      name,
      function: functionId,
      parentId: under ? idOf(known.departments, under) : null,
      headId: head ? idOf(known.people, head.key) : null,
    };
  });
}

/** What a sign-in would make of somebody, without one. */
export function actorsOf(
  data: SampleData,
  staff: StaffMember[],
  known: KnownIds,
): (member: StaffMember) => PersonActor {
  const departments = departmentsWith(data, staff, known);
  return (member) => {
    const id = idOf(known.people, member.key);
    const departmentId = idOf(known.departments, member.department);
    const { name, language, roles } = member;
    const headed = departments.filter(({ headId }) => headId === id);
    return {
      kind: 'person',
      id,
      name,
      language,
      roles,
      departmentId,
      function: functionOf(departments, departmentId),
      headOf: [...new Set(headed.flatMap((department) => withBelow(departments, department.id)))],
      siteTimeZone: data.company.sites.find(({ key }) => key === member.site)?.timeZone ?? 'UTC',
      mustChangePassword: false,
    };
  };
}
