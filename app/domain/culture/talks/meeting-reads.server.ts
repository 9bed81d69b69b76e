import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { MeetingKind, MeetingState } from './meeting.ts';

export type Invited = { id: string; name: string; attended: boolean | null };

export type MeetingView = {
  id: string;
  departmentId: string;
  department: string;
  /** The slug of its plan, where there is one. */
  plan: string | null;
  kind: MeetingKind;
  title: string;
  day: string;
  startTime: string;
  timeZone: string;
  minutes: number;
  place: string;
  facilitator: { id: string; name: string };
  sequence: number;
  state: MeetingState;
  invited: Invited[];
  /** First names. */
  guests: string[];
};

const shown = {
  id: true,
  departmentId: true,
  department: { select: { name: true } },
  document: { select: { slug: true } },
  kind: true,
  title: true,
  day: true,
  startTime: true,
  timeZone: true,
  minutes: true,
  place: true,
  facilitator: { select: { id: true, name: true } },
  sequence: true,
  holding: { select: { meetingId: true } },
  cancellation: { select: { meetingId: true } },
  invited: {
    select: { attended: true, person: { select: { id: true, name: true, sortKey: true } } },
  },
  guests: { orderBy: { position: 'asc' }, select: { firstName: true } },
} as const;

type Where = NonNullable<Parameters<Reader['meeting']['findMany']>[0]>['where'];
type Order = 'day' | 'latest';

const stateOf = (row: { holding: unknown; cancellation: unknown }): MeetingState =>
  row.cancellation ? 'cancelled' : row.holding ? 'held' : 'planned';

async function find(db: Reader | Tx, where: Where, order: Order, take?: number): Promise<MeetingView[]> {
  const way = order === 'day' ? 'asc' : 'desc';
  const rows = await db.meeting.findMany({
    where,
    orderBy: [{ day: way }, { startTime: way }, { id: way }],
    take,
    select: shown,
  });
  return rows.map(({ department, document, holding, cancellation, invited, guests, kind, ...row }) => ({
    ...row,
    kind: kind as MeetingKind,
    department: department.name,
    plan: document?.slug ?? null,
    state: stateOf({ holding, cancellation }),
    invited: invited
      .toSorted((a, b) => (a.person.sortKey < b.person.sortKey ? -1 : 1))
      .map(({ attended, person: { id, name } }) => ({ id, name, attended })),
    guests: guests.map(({ firstName }) => firstName),
  }));
}

export async function readMeeting(db: Reader | Tx, id: string): Promise<MeetingView | null> {
  return (await find(db, { id }, 'day'))[0] ?? null;
}

/** For whoever is invited, leads it or heads the department; to everybody else it is not there. */
export async function readMeetingFor(
  db: Reader | Tx,
  actor: PersonActor,
  id: string,
): Promise<MeetingView | null> {
  const meeting = await readMeeting(db, id);
  if (!meeting) return null;
  const isIn = meeting.invited.some((one) => one.id === actor.id) || meeting.facilitator.id === actor.id;
  return isIn || mayLeadTalks(actor, meeting.departmentId) ? meeting : null;
}

/** Of some departments: those that are planned and neither held nor called off, the next one first. */
export function readPlannedMeetings(
  db: Reader | Tx,
  departmentIds: readonly string[],
): Promise<MeetingView[]> {
  const where = { departmentId: { in: [...departmentIds] }, holding: null, cancellation: null };
  return find(db, where, 'day');
}

/** Of some departments, those that were held, the last one first. */
export function readHeldMeetings(
  db: Reader | Tx,
  departmentIds: readonly string[],
  take: number,
): Promise<MeetingView[]> {
  return find(db, { departmentId: { in: [...departmentIds] }, holding: { isNot: null } }, 'latest', take);
}

/** What somebody is invited to from one day to another, and is neither held nor called off. */
export function readInvitations(
  db: Reader | Tx,
  personId: string,
  { from, to }: { from: string; to: string },
): Promise<MeetingView[]> {
  const mine = { OR: [{ invited: { some: { personId } } }, { facilitatorId: personId }] };
  return find(db, { ...mine, day: { gte: from, lte: to }, holding: null, cancellation: null }, 'day');
}

/** Slugs of the plans of talks that somebody is named to lead from a day on. */
export async function readPlansToLead(db: Reader | Tx, personId: string, from: string): Promise<string[]> {
  const rows = await db.meeting.findMany({
    where: { facilitatorId: personId, day: { gte: from }, cancellation: null, documentId: { not: null } },
    select: { document: { select: { slug: true } } },
  });
  return [...new Set(rows.flatMap(({ document }) => document?.slug ?? []))];
}

/** For the verbs: one of a department that the actor heads. */
export async function meetingToKeep(db: Reader | Tx, actor: PersonActor, id: string) {
  const row = await db.meeting.findUnique({
    where: { id },
    select: {
      departmentId: true,
      documentId: true,
      kind: true,
      title: true,
      day: true,
      startTime: true,
      timeZone: true,
      minutes: true,
      place: true,
      facilitatorId: true,
      sequence: true,
      holding: { select: { meetingId: true } },
      cancellation: { select: { meetingId: true } },
      invited: { select: { personId: true } },
    },
  });
  if (!row || !mayLeadTalks(actor, row.departmentId)) return null;
  const { invited, ...rest } = row;
  return { ...rest, state: stateOf(row), invited: invited.map(({ personId }) => personId) };
}
