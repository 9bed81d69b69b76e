import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { Invitee } from '#app/domain/culture/talks/invitee-reads.server.ts';
import { readInvitees } from '#app/domain/culture/talks/invitee-reads.server.ts';
import { readTalkLines } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import { departmentTree } from '#app/domain/people/department.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';

/** Departments that somebody heads, what is below another further in. */
export async function readHeaded(actor: PersonActor) {
  const tree = departmentTree(await readDepartments(reader));
  return tree.filter(({ id }) => actor.headOf.includes(id));
}

export type PeopleGroup = { departmentId: string; name: string; people: { id: string; name: string }[] };

function groupsOf(people: Invitee[], order: string[]): PeopleGroup[] {
  const groups = new Map<string, PeopleGroup>();
  for (const { id, name, departmentId, department } of people) {
    const group = groups.get(departmentId) ?? { departmentId, name: department, people: [] };
    groups.set(departmentId, group);
    group.people.push({ id, name });
  }
  const rank = (id: string) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  return [...groups.values()].toSorted((a, b) => rank(a.departmentId) - rank(b.departmentId));
}

/** All that one can choose from when one plans a talk. */
export async function readChoices(actor: PersonActor, invited: readonly string[] = []) {
  const headed = await readHeaded(actor);
  const people = await readInvitees(reader, actor.headOf, [actor.id, ...invited]);
  const plans = await readTalkLines(reader, actor.language);
  return {
    plans,
    departments: headed.map(({ id, name, depth }) => ({ value: id, label: '\u2003'.repeat(depth) + name })),
    groups: groupsOf(
      people,
      headed.map(({ id }) => id),
    ),
    options: plans.map(({ slug, title, minutes }) => ({
      value: slug,
      label: m.talk_plan_option({ title, count: minutes }),
    })),
  };
}

/** The department's own people and whoever plans it; where nobody works in it itself, everybody below it. */
export function usualPeople(actor: PersonActor, groups: PeopleGroup[], departmentId: string): string[] {
  const all = (some: PeopleGroup[]) => some.flatMap(({ people }) => people.map(({ id }) => id));
  const own = all(groups.filter((group) => group.departmentId === departmentId));
  const chosen = own.some((id) => id !== actor.id) ? own : all(groups);
  return [...new Set([...chosen, actor.id])];
}
