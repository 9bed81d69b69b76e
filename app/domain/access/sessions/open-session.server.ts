import { randomBytes } from 'node:crypto';
import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { sessionLifetime } from './session.ts';
import { tokenHash } from '../tokens/token-hash.ts';

export type SignInMethod = 'password' | 'sample' | 'first-run' | 'invitation' | 'reset' | 'pin';

export type NewSession = {
  personId: string;
  method: SignInMethod;
  /** The session that this one takes the place of, so that a browser never keeps its old one. */
  endSessionId?: string | null;
  /** The shared device it is opened on. */
  tabletId?: string;
  /** The kind of browser, such as `Firefox on Windows`. */
  browser?: string | null;
  /** A second factor was given. */
  strong?: boolean;
};

/** A new session of somebody who has proved who they are. The token goes into the cookie and is stored nowhere. */
export async function openSession(
  tx: Tx,
  actor: Actor,
  input: NewSession,
): Promise<{ ok: true; token: string; expiresAt: Date } | Refused<'not-employed' | 'not-the-sample'>> {
  const { personId, method, tabletId, browser, strong } = input;
  const today = await companyToday(tx);
  const employment = await tx.employment.findFirst({
    where: { personId, hiredOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gte: today } }] },
    select: { id: true },
  });
  if (!employment) return { refused: 'not-employed' };
  if (method === 'sample' && (await tx.company.count({ where: { sample: true } })) === 0) {
    return { refused: 'not-the-sample' };
  }
  const grants = await tx.roleGrant.findMany({
    where: { personId, revokedAt: null },
    select: { role: true },
  });
  const kind = tabletId ? 'tablet' : 'own';
  const lifetime = sessionLifetime(
    kind,
    grants.map(({ role }) => role as Role),
  );
  const token = randomBytes(32).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + lifetime.absolute * 60_000);
  if (input.endSessionId) await tx.session.deleteMany({ where: { id: input.endSessionId } });
  await tx.session.create({
    data: {
      id: tokenHash(token),
      personId,
      createdAt,
      expiresAt,
      seenAt: createdAt,
      idleMinutes: lifetime.idle,
      kind,
      tabletId: tabletId ?? null,
      browser: browser ?? null,
      strong: strong ?? false,
    },
  });
  await record(tx, actor, {
    name: 'session.opened',
    subject: { type: 'person', id: personId },
    facts: { method },
  });
  return { ok: true, token, expiresAt };
}
