import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { TokenPurpose } from './token.ts';
import { tokenHash } from './token-hash.ts';

/** Opens once: of many at the same moment, one. */
export async function useToken(
  tx: Tx,
  actor: Actor,
  input: { purpose: TokenPurpose; token: string },
): Promise<{ ok: true } | Refused<'token-dead'>> {
  const { purpose } = input;
  const hash = tokenHash(input.token);
  const used = await tx.token.updateMany({ where: { purpose, hash, usedAt: null }, data: { usedAt: now() } });
  if (used.count !== 1) return { refused: 'token-dead' };
  const token = await tx.token.findUniqueOrThrow({ where: { hash }, select: { id: true } });
  await record(tx, actor, {
    name: 'token.used',
    subject: { type: 'token', id: token.id },
    facts: { purpose },
  });
  return { ok: true };
}
