import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { MailingState, PauseReason, ReaderCounts, ReaderState } from './mailing.ts';
import { readerStates } from './mailing.ts';
import type { Audience } from './planning/mailing-plan.ts';
import { audience } from './planning/mailing-plan.ts';

/** How many readers stand where, from the index alone. */
export async function countReaders(db: Reader | Tx, mailingId: string): Promise<ReaderCounts> {
  const groups = await db.mailingReader.groupBy({
    by: ['state'],
    where: { mailingId, state: { in: [...readerStates] } },
    _count: { _all: true },
  });
  const countOf = (state: ReaderState) => groups.find((group) => group.state === state)?._count._all ?? 0;
  return Object.fromEntries(readerStates.map((state) => [state, countOf(state)])) as ReaderCounts;
}

/** When the first and the last of those who wait are due; null where nobody waits. */
export async function dueBetween(
  db: Reader | Tx,
  mailingId: string,
): Promise<{ first: Date; last: Date } | null> {
  const dueIn = (direction: 'asc' | 'desc') =>
    db.mailingReader.findFirst({
      where: { state: 'queued', mailingId },
      orderBy: [{ dueAt: direction }, { id: direction }],
      select: { dueAt: true },
    });
  const [first, last] = [await dueIn('asc'), await dueIn('desc')];
  return first && last && { first: first.dueAt, last: last.dueAt };
}

export type MailingLine = {
  id: string;
  subject: string;
  slug: string;
  state: MailingState;
  createdAt: Date;
  startAt: Date;
  finishedAt: Date | null;
  readerCount: number;
};

export const mailingsToAPage = 20;

/** A page of them, newest first; the last one where so many are asked for. */
export async function readMailings(
  db: Reader | Tx,
  wanted: number,
): Promise<{ mailings: MailingLine[]; total: number; page: number }> {
  const total = await db.mailing.count();
  const page = Math.min(Math.max(1, wanted), Math.max(1, Math.ceil(total / mailingsToAPage)));
  const rows = await db.mailing.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * mailingsToAPage,
    take: mailingsToAPage,
    select: {
      id: true,
      subject: true,
      state: true,
      createdAt: true,
      startAt: true,
      finishedAt: true,
      readerCount: true,
      document: { select: { slug: true } },
    },
  });
  const mailings = rows.map(({ document, state, ...row }) => ({
    ...row,
    slug: document.slug,
    state: state as MailingState,
  }));
  return { mailings, total, page };
}

export type Mailing = MailingLine & {
  documentId: string;
  title: string;
  preheader: string;
  audience: Audience;
  pausedFor: PauseReason | null;
  perMinute: number;
  inHours: boolean;
  fromHour: number;
  untilHour: number;
  frozenAt: Date | null;
  withoutAddress: number;
  unsubscribed: number;
};

export async function readMailing(db: Reader | Tx, mailingId: string): Promise<Mailing | null> {
  const found = await db.mailing.findUnique({
    where: { id: mailingId },
    include: { document: { select: { slug: true } }, version: { select: { title: true } } },
  });
  if (!found) return null;
  const { document, version, ...mailing } = found;
  return {
    ...mailing,
    slug: document.slug,
    title: version.title,
    state: mailing.state as MailingState,
    pausedFor: mailing.pausedFor as PauseReason | null,
    audience: audience.parse(JSON.parse(mailing.audience)),
  };
}

export type ReaderLine = {
  id: string;
  name: string;
  state: ReaderState;
  reason: string | null;
  at: Date;
};

export const readersToAPage = 50;

/** Those of one state, by when they were due. */
export async function readReaders(
  db: Reader | Tx,
  asked: { mailingId: string; state: ReaderState; page: number },
): Promise<{ readers: ReaderLine[]; total: number; page: number }> {
  const { mailingId, state } = asked;
  const total = await db.mailingReader.count({ where: { state, mailingId } });
  const page = Math.min(Math.max(1, asked.page), Math.max(1, Math.ceil(total / readersToAPage)));
  const rows = await db.mailingReader.findMany({
    where: { state, mailingId },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * readersToAPage,
    take: readersToAPage,
    select: {
      id: true,
      reason: true,
      dueAt: true,
      sendingAt: true,
      settledAt: true,
      person: { select: { name: true } },
    },
  });
  const readers = rows.map(({ person, dueAt, sendingAt, settledAt, ...row }) => ({
    ...row,
    state,
    name: person.name,
    at: settledAt ?? sendingAt ?? dueAt,
  }));
  return { readers, total, page };
}

export async function readReader(
  db: Reader | Tx,
  { mailingId, readerId }: { mailingId: string; readerId: string },
): Promise<{ id: string; name: string; state: ReaderState } | null> {
  const found = await db.mailingReader.findFirst({
    where: { id: readerId, mailingId },
    select: { id: true, state: true, person: { select: { name: true } } },
  });
  return found && { id: found.id, state: found.state as ReaderState, name: found.person.name };
}

export type MailingStep = { seq: number; name: string; at: Date; actor: string | null };

/** What was done with it, in order: the newest of its events. */
export async function readSteps(db: Reader | Tx, mailingId: string): Promise<MailingStep[]> {
  const events = await db.event.findMany({
    where: { subjectType: 'mailing', subjectId: mailingId },
    orderBy: { seq: 'desc' },
    take: 30,
    select: { seq: true, name: true, at: true, actorId: true },
  });
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))];
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map(({ actorId, ...event }) => ({
    ...event,
    seq: Number(event.seq),
    actor: actorId === null ? null : (names.get(actorId) ?? null),
  }));
}
