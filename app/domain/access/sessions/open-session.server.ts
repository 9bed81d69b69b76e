import { randomBytes } from 'node:crypto';
import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { sessionDays } from './session.ts';
import { tokenHash } from '../tokens/token-hash.ts';

export type SignInMethod = 'password' | 'sample' | 'first-run';

/** A new session of somebody who has proved who they are. The token goes into the cookie and is stored nowhere. */
export async function openSession(
  tx: Tx,
  actor: Actor,
  input: { personId: string; method: SignInMethod; endSessionId?: string | null },
): Promise<{ ok: true; token: string; expiresAt: Date } | Refused<'not-employed' | 'not-the-sample'>> {
  const { personId, method } = input;
  const today = await companyToday(tx);
  const employment = await tx.employment.findFirst({
    where: { personId, hiredOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gte: today } }] },
    select: { id: true },
  });
  if (!employment) return { refused: 'not-employed' };
  if (method === 'sample' && (await tx.company.count({ where: { sample: true } })) === 0) {
    return { refused: 'not-the-sample' };
  }
  const token = randomBytes(32).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + sessionDays * 86_400_000);
  if (input.endSessionId) await tx.session.deleteMany({ where: { id: input.endSessionId } });
  await tx.session.create({ data: { id: tokenHash(token), personId, createdAt, expiresAt } });
  await record(tx, actor, {
    name: 'session.opened',
    subject: { type: 'person', id: personId },
    facts: { method },
  });
  return { ok: true, token, expiresAt };
}
