import type { PersonActor } from '#app/domain/actor/actor.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { lastSeen, noteSeen } from '#app/platform/session/seen.server.ts';
import type { SessionKind } from './session.ts';
import { readSession } from './sessions.sql.server.ts';
import { tokenHash } from '../tokens/token-hash.ts';

export type OpenSession = {
  id: string;
  actor: PersonActor;
  kind: SessionKind;
  tabletId: string | null;
  /** A second factor was given when it was opened. */
  strong: boolean;
  expiresAt: Date;
};

/** Who a cookie's token stands for, or null. Being asked for keeps a session awake. */
export async function sessionByToken(db: Reader | Tx, token: string): Promise<OpenSession | null> {
  const id = tokenHash(token);
  const found = await readSession(db, id, await companyToday(db));
  if (!found) return null;
  const { seenAt, idleMinutes, ...session } = found;
  const lastAt = Math.max(seenAt.getTime(), lastSeen(id)?.getTime() ?? 0);
  if (now().getTime() - lastAt >= idleMinutes * 60_000) return null;
  noteSeen(id);
  return { id, ...session };
}
