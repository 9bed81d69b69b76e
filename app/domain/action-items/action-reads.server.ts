import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { workOn } from '#app/domain/people/directory/recipient-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { ActionStatus } from './action-item.ts';
import { inOrder, statusOf } from './action-item.ts';

export type ActionLine = {
  id: string;
  text: string;
  departmentId: string;
  ownerId: string;
  owner: string;
  /** They no longer work here: somebody else has to take it on. */
  ownerGone: boolean;
  /** The date where the owner works: by that, and by nobody else's, it is late. */
  ownersToday: string;
  dueOn: string;
  madeAt: Date;
  status: ActionStatus;
  /** Of what is no longer open. */
  settledAt: Date | null;
  settledBy: string | null;
  reason: string | null;
  origin: { type: string; id: string };
};

const newest = { orderBy: [{ settledAt: 'desc' as const }, { id: 'desc' as const }], take: 1 };

const shownOn = (today: string) =>
  ({
    id: true,
    text: true,
    departmentId: true,
    ownerId: true,
    owner: { select: { name: true, ...workOn(today) } },
    dueOn: true,
    madeAt: true,
    originType: true,
    originId: true,
    settlements: {
      ...newest,
      select: { outcome: true, reason: true, settledAt: true, settledBy: { select: { name: true } } },
    },
  }) satisfies NonNullable<Parameters<Reader['actionItem']['findMany']>[0]>['select'];

type Where = NonNullable<Parameters<Reader['actionItem']['findMany']>[0]>['where'];

async function read(db: Reader | Tx, where: Where): Promise<ActionLine[]> {
  const today = await companyToday(db);
  const rows = await db.actionItem.findMany({ where, select: shownOn(today) });
  const lines = rows.map(({ owner, originType, originId, settlements, ...row }): ActionLine => {
    const status = statusOf(settlements[0]);
    const said = status === 'open' ? undefined : settlements[0];
    return {
      ...row,
      owner: owner.name,
      ownerGone: owner.employments.length === 0,
      ownersToday: owner.placements[0] ? dateIn(owner.placements[0].site.timeZone) : today,
      status,
      settledAt: said?.settledAt ?? null,
      settledBy: said?.settledBy?.name ?? null,
      reason: said?.reason ?? null,
      origin: { type: originType, id: originId },
    };
  });
  return inOrder(lines);
}

/** All that somebody has taken on, open ones first. */
export function readOwnActions(db: Reader | Tx, personId: string): Promise<ActionLine[]> {
  return read(db, { ownerId: personId });
}

/** What was agreed in some departments. */
export function readActionsOf(db: Reader | Tx, departmentIds: readonly string[]): Promise<ActionLine[]> {
  return read(db, { departmentId: { in: [...departmentIds] } });
}

/** What of it is still open. */
export async function readOpenActions(
  db: Reader | Tx,
  departmentIds: readonly string[],
): Promise<ActionLine[]> {
  const lines = await readActionsOf(db, departmentIds);
  return lines.filter(({ status }) => status === 'open');
}

/** What was agreed in one thing, such as a meeting; whoever asks has made sure that the reader may see that. */
export function readActionsFrom(
  db: Reader | Tx,
  origin: { type: string; id: string },
): Promise<ActionLine[]> {
  return read(db, { originType: origin.type, originId: origin.id });
}

/** One, for its owner and for who heads its department; null for everybody else, whatever they may do. */
export async function readAction(
  db: Reader | Tx,
  actor: PersonActor,
  id: string,
): Promise<ActionLine | null> {
  const [line] = await read(db, { id });
  if (!line) return null;
  return line.ownerId === actor.id || mayLeadTalks(actor, line.departmentId) ? line : null;
}

/** The same, as far as a verb needs it: with the newest thing that was said about it. */
export async function actionToKeep(db: Reader | Tx, actor: PersonActor, id: string) {
  const item = await db.actionItem.findUnique({
    where: { id },
    select: {
      departmentId: true,
      ownerId: true,
      dueOn: true,
      settlements: { ...newest, select: { outcome: true } },
    },
  });
  if (!item) return null;
  return item.ownerId === actor.id || mayLeadTalks(actor, item.departmentId) ? item : null;
}
