import type { PersonActor } from '#app/domain/actor/actor.ts';
import { companyToday, readCompany } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { lastSeen, noteSeen } from '#app/platform/session/seen.server.ts';
import type { SessionKind } from './session.ts';
import { sessionHandle } from './session-handle.ts';
import { readSession } from './sessions.sql.server.ts';
import { tokenHash } from '../tokens/token-hash.ts';

export type OpenSession = {
  id: string;
  actor: PersonActor;
  kind: SessionKind;
  tabletId: string | null;
  /** A second factor was given when it was opened. */
  strong: boolean;
  /** The company asks for a second factor, and they have none yet: nothing else is open to them until they do. */
  mustSetUpFactor: boolean;
  expiresAt: Date;
};

/**
 * Who a cookie's token stands for, or null. Being asked for keeps a session awake. Who has a second factor is known by
 * no session that was opened without it, but on a shared device, where there is nothing of theirs to guard.
 */
export async function sessionByToken(db: Reader | Tx, token: string): Promise<OpenSession | null> {
  const id = tokenHash(token);
  const found = await readSession(db, id, await companyToday(db));
  if (!found) return null;
  const { seenAt, idleMinutes, hasFactor, ...session } = found;
  const lastAt = Math.max(seenAt.getTime(), lastSeen(id)?.getTime() ?? 0);
  if (now().getTime() - lastAt >= idleMinutes * 60_000) return null;
  const isOwn = session.kind === 'own';
  if (isOwn && hasFactor && !session.strong) return null;
  noteSeen(id);
  const company = await readCompany(db);
  const asked = isOwn && session.actor.roles.length > 0 && company?.requireSecondFactor === true;
  return { id, ...session, mustSetUpFactor: asked && !hasFactor };
}

export type SignIn = {
  /** Stands for the session in addresses, and gives nothing of it away. */
  handle: string;
  kind: SessionKind;
  browser: string | null;
  /** Of a shared device: what it is called. */
  tablet: string | null;
  since: Date;
  lastUsed: Date;
  isThis: boolean;
};

/** Everything somebody is signed in on, what was used last first. */
export async function readSignIns(
  db: Reader | Tx,
  personId: string,
  thisSessionId: string,
): Promise<SignIn[]> {
  const found = await db.session.findMany({
    where: { personId, expiresAt: { gt: now() } },
    select: {
      id: true,
      kind: true,
      browser: true,
      createdAt: true,
      seenAt: true,
      idleMinutes: true,
      tablet: { select: { name: true } },
    },
  });
  return found
    .map(({ id, kind, browser, createdAt, seenAt, idleMinutes, tablet }) => {
      const lastUsed = new Date(Math.max((seenAt ?? createdAt).getTime(), lastSeen(id)?.getTime() ?? 0));
      const isThis = id === thisSessionId;
      const common = { handle: sessionHandle(id), kind: kind as SessionKind, browser, isThis };
      return { ...common, tablet: tablet?.name ?? null, since: createdAt, lastUsed, idleMinutes };
    })
    .filter(({ lastUsed, idleMinutes }) => now().getTime() - lastUsed.getTime() < idleMinutes * 60_000)
    .map(({ idleMinutes: _idleMinutes, ...signIn }) => signIn)
    .toSorted((a, b) => b.lastUsed.getTime() - a.lastUsed.getTime());
}

/** The session that a handle stands for among somebody's own. */
export async function findOwnSession(
  db: Reader | Tx,
  personId: string,
  handle: string,
): Promise<string | null> {
  const own = await db.session.findMany({ where: { personId }, select: { id: true } });
  return own.find(({ id }) => sessionHandle(id) === handle)?.id ?? null;
}
