import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { tokenHash } from './token-hash.ts';

export type TokenPurpose = 'first-run';

/** A new single-use token. Those issued before for the same purpose open nothing any more. */
export async function issueToken(
  tx: Tx,
  actor: Actor,
  input: { purpose: TokenPurpose },
): Promise<{ ok: true; token: string }> {
  const token = randomBytes(32).toString('base64url');
  const id = ulid();
  await tx.token.deleteMany({ where: { purpose: input.purpose, usedAt: null } });
  await tx.token.create({
    data: { id, purpose: input.purpose, hash: tokenHash(token), createdAt: now() },
  });
  await record(tx, actor, { name: 'token.issued', subject: { type: 'token', id }, facts: input });
  return { ok: true, token };
}
