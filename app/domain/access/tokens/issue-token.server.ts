import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { PersonalPurpose, TokenChannel } from './token.ts';
import { tokenLifetime } from './token.ts';
import { tokenHash } from './token-hash.ts';

export type NewToken =
  | { purpose: 'first-run' }
  | {
      purpose: PersonalPurpose;
      personId: string;
      channel: TokenChannel;
      /** Of a slip: of the short code beside it. */
      shortHash?: string;
    };

/**
 * A new single-use token. Those issued before for the same purpose, person and channel open nothing any more; a slip
 * outlives a mail that anybody can ask for. Only the program
 * itself and `printSlip`, which has asked whether its actor may, call it.
 */
export async function issueToken(
  tx: Tx,
  actor: Actor,
  input: NewToken,
): Promise<{ ok: true; token: string; expiresAt: Date | null }> {
  const { purpose } = input;
  const { personId, channel, shortHash } =
    input.purpose === 'first-run' ? { personId: null, channel: null } : input;
  const token = randomBytes(32).toString('base64url');
  const id = ulid();
  const expiresAt =
    input.purpose === 'first-run'
      ? null
      : new Date(now().getTime() + tokenLifetime[input.purpose][input.channel] * 60_000);
  await tx.token.deleteMany({ where: { purpose, personId, channel, usedAt: null } });
  await tx.token.create({
    data: {
      id,
      purpose,
      personId,
      channel,
      hash: tokenHash(token),
      shortHash: shortHash ?? null,
      createdAt: now(),
      expiresAt,
    },
  });
  await record(tx, actor, {
    name: 'token.issued',
    subject: personId ? { type: 'person', id: personId } : { type: 'token', id },
    facts: { purpose, channel },
  });
  return { ok: true, token, expiresAt };
}
