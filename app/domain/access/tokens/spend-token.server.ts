import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { TokenProof } from './token.ts';
import type { LiveToken } from './token-reads.server.ts';
import { readToken } from './token-reads.server.ts';

/** Opens once: of many at the same moment, one. */
export async function spendToken(
  tx: Tx,
  actor: Actor,
  proof: TokenProof,
): Promise<{ ok: true; token: LiveToken } | Refused<'token-dead'>> {
  const token = await readToken(tx, proof);
  if (!token) return { refused: 'token-dead' };
  await tx.token.update({ where: { id: token.id }, data: { usedAt: now() } });
  await record(tx, actor, {
    name: 'token.used',
    subject: { type: 'token', id: token.id },
    facts: { purpose: token.purpose },
  });
  return { ok: true, token };
}
