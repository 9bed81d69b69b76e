import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { HuddleState } from './huddle.ts';
import { huddleState } from './huddle.ts';
import { lastDayToTell } from './week.ts';

export type Huddle = {
  id: string;
  departmentId: string;
  department: string;
  mondayOn: string;
  timeZone: string;
  /** The sheet that is theirs: the one that was held, else the one chosen last. */
  documentId: string;
  versionId: string;
  title: string;
  language: string;
  state: HuddleState;
  /** As it was told last. */
  held: { id: string; heldOn: string; toldAt: Date; people: number } | null;
};

const sheet = { select: { id: true, documentId: true, title: true, language: true } } as const;

const newestFirst: [{ chosenAt: 'desc' }, { id: 'desc' }] = [{ chosenAt: 'desc' }, { id: 'desc' }];
const oldestFirst: [{ toldAt: 'asc' }, { id: 'asc' }] = [{ toldAt: 'asc' }, { id: 'asc' }];

const select = {
  id: true,
  departmentId: true,
  department: { select: { name: true } },
  mondayOn: true,
  timeZone: true,
  version: sheet,
  choices: { orderBy: newestFirst, take: 1, select: { version: sheet } },
  held: {
    orderBy: oldestFirst,
    select: {
      id: true,
      heldOn: true,
      toldAt: true,
      version: sheet,
      _count: { select: { parts: true } },
    },
  },
  settlement: { select: { heldId: true } },
} as const;

type Row = {
  id: string;
  departmentId: string;
  department: { name: string };
  mondayOn: string;
  timeZone: string;
  version: SheetRow;
  choices: { version: SheetRow }[];
  held: { id: string; heldOn: string; toldAt: Date; version: SheetRow; _count: { parts: number } }[];
  settlement: { heldId: string } | null;
};

type SheetRow = { id: string; documentId: string; title: string; language: string };

function huddleFrom({ department, version, choices, held, settlement, ...row }: Row): Huddle {
  const last = held.at(-1);
  const { id: versionId, documentId, title, language } = last?.version ?? choices[0]?.version ?? version;
  const toldOn = held[0] ? dateIn(row.timeZone, held[0].toldAt) : null;
  const stand = { mondayOn: row.mondayOn, toldOn, settled: settlement !== null };
  return {
    ...row,
    department: department.name,
    documentId,
    versionId,
    title,
    language,
    state: huddleState(stand, dateIn(row.timeZone), lastDayToTell(row.mondayOn)),
    held: last ? { id: last.id, heldOn: last.heldOn, toldAt: last.toldAt, people: last._count.parts } : null,
  };
}

export async function findHuddle(db: Reader | Tx, id: string): Promise<Huddle | null> {
  const row = await db.huddle.findUnique({ where: { id }, select });
  return row && huddleFrom(row);
}

/** The departments that have their sheet for a week. */
export async function plannedDepartments(db: Reader | Tx, mondayOn: string): Promise<Set<string>> {
  const rows = await db.huddle.findMany({ where: { mondayOn }, select: { departmentId: true } });
  return new Set(rows.map(({ departmentId }) => departmentId));
}

/** Of some departments from a Monday on, by week and name. */
export async function huddlesFrom(
  db: Reader | Tx,
  departmentIds: string[],
  mondayOn: string,
): Promise<Huddle[]> {
  const rows = await db.huddle.findMany({
    where: { departmentId: { in: departmentIds }, mondayOn: { gte: mondayOn } },
    orderBy: [{ mondayOn: 'asc' }, { department: { sortKey: 'asc' } }, { id: 'asc' }],
    select,
  });
  return rows.map(huddleFrom);
}

export const pastHuddlesOnPage = 20;

/** Of some departments before a Monday, the newest first; a page of them. */
export async function huddlesBefore(
  db: Reader | Tx,
  departmentIds: string[],
  mondayOn: string,
  page: number,
): Promise<{ rows: Huddle[]; total: number }> {
  const where = { departmentId: { in: departmentIds }, mondayOn: { lt: mondayOn } };
  const rows = await db.huddle.findMany({
    where,
    orderBy: [{ mondayOn: 'desc' }, { department: { sortKey: 'asc' } }, { id: 'asc' }],
    skip: (page - 1) * pastHuddlesOnPage,
    take: pastHuddlesOnPage,
    select,
  });
  return { rows: rows.map(huddleFrom), total: await db.huddle.count({ where }) };
}

/** Those that were told on a day that is over somewhere by now, and are not settled. */
export async function huddlesToSettle(db: Reader | Tx): Promise<string[]> {
  const rows = await db.huddle.findMany({
    where: { settlement: null, held: { some: {} } },
    orderBy: { id: 'asc' },
    select,
  });
  return rows
    .map(huddleFrom)
    .filter(({ state }) => state === 'held')
    .map(({ id }) => id);
}

/** Whoever had a sheet longer ago than that comes to it as if to a new one. */
const weeksRemembered = 78;

/** The Monday on which each sheet was last a department's, before a week; by department and document. */
export async function sheetsHad(
  db: Reader | Tx,
  departmentIds: string[],
  before: string,
): Promise<Map<string, Map<string, string>>> {
  const rows = await db.huddle.findMany({
    where: {
      departmentId: { in: departmentIds },
      mondayOn: { lt: before, gte: daysAfter(before, -7 * weeksRemembered) },
    },
    orderBy: { mondayOn: 'asc' },
    select,
  });
  const had = new Map<string, Map<string, string>>();
  for (const { departmentId, documentId, mondayOn } of rows.map(huddleFrom)) {
    const own = had.get(departmentId) ?? new Map<string, string>();
    had.set(departmentId, own.set(documentId, mondayOn));
  }
  return had;
}

/** The names of those who took part, by what was told. */
export async function partsOf(db: Reader | Tx, heldIds: string[]): Promise<Map<string, Took[]>> {
  const rows = await db.huddlePart.findMany({
    where: { heldId: { in: heldIds } },
    orderBy: [{ person: { sortKey: 'asc' } }, { personId: 'asc' }],
    select: { heldId: true, personId: true, person: { select: { name: true } } },
  });
  const parts = new Map<string, Took[]>();
  for (const { heldId, personId, person } of rows) {
    parts.set(heldId, [...(parts.get(heldId) ?? []), { personId, name: person.name }]);
  }
  return parts;
}

export type Took = { personId: string; name: string };

/** When each department last held one: the newest day, by department; of corrections the newest counts. */
export async function lastHeld(db: Reader | Tx, departmentIds: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ departmentId: string; heldOn: string }[]>(sql`
    SELECT hu."departmentId", MAX(he."heldOn") AS "heldOn" FROM json_each(${JSON.stringify(departmentIds)}) wanted
      CROSS JOIN "Huddle" hu ON hu."departmentId" = wanted.value JOIN "HuddleHeld" he ON he."huddleId" = hu."id"
    WHERE NOT EXISTS (SELECT 1 FROM "HuddleHeld" later WHERE later."huddleId" = he."huddleId"
      AND (later."toldAt" > he."toldAt" OR (later."toldAt" = he."toldAt" AND later."id" > he."id")))
    GROUP BY hu."departmentId"`);
  return new Map(rows.map(({ departmentId, heldOn }) => [departmentId, heldOn]));
}
