import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { inForceBetween, inForceOn } from '../history/in-force.ts';
import { worksInDepartment } from './occupancy-reads.server.ts';

export type CloseDepartmentRefusal =
  | 'not-allowed'
  | 'unknown-department'
  | 'closed-already'
  | 'before-it-began'
  | 'changes-later'
  | 'people-there'
  | 'departments-below';

/** From a day on a department is no more. Nobody may work there then, and no open department stand below it. */
export async function closeDepartment(
  tx: Tx,
  actor: Actor,
  input: { departmentId: string; fromOn: string },
): Promise<{ ok: true } | Refused<CloseDepartmentRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { departmentId, fromOn } = input;
  const rows = await tx.departmentPlacement.findMany();
  const own = rows.filter((row) => row.departmentId === departmentId);
  if (own.length === 0) return { refused: 'unknown-department' };
  const held = inForceOn(own, fromOn);
  if (!held) return { refused: 'before-it-began' };
  if (held.closed) return { refused: 'closed-already' };
  if (own.some((row) => row.fromOn > fromOn)) return { refused: 'changes-later' };
  if (await worksInDepartment(tx, departmentId, fromOn)) return { refused: 'people-there' };
  const others = new Set(rows.map((row) => row.departmentId));
  const hasBelow = [...others].some((id) =>
    inForceBetween(
      rows.filter((row) => row.departmentId === id),
      fromOn,
      null,
    ).some(({ parentId, closed }) => parentId === departmentId && !closed),
  );
  if (hasBelow) return { refused: 'departments-below' };
  const closed = { parentId: held.parentId, headId: null, closed: true };
  await tx.departmentPlacement.upsert({
    where: { departmentId_fromOn: { departmentId, fromOn } },
    create: { id: ulid(), departmentId, fromOn, ...closed },
    update: closed,
  });
  await record(tx, actor, {
    name: 'department.closed',
    subject: { type: 'department', id: departmentId },
    facts: { fromOn },
  });
  return { ok: true };
}
