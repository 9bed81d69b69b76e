import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { keyFor } from '#app/platform/session/keys.server.ts';
import { shortCodeHash } from './short-code.ts';
import type { PersonalPurpose, TokenProof, TokenPurpose } from './token.ts';
import { tokenHash } from './token-hash.ts';

export type LiveToken = {
  id: string;
  purpose: TokenPurpose;
  /** Whom it was made for; null for the first run's. */
  bearer: { id: string; name: string; language: string; signInName: string } | null;
};

/**
 * The token that a proof stands for, if it still opens anything: not used, not over, and its bearer has not left.
 * Whoever begins at a later day may choose a password before.
 */
export async function readToken(db: Reader | Tx, proof: TokenProof): Promise<LiveToken | null> {
  const today = await companyToday(db);
  const shown =
    'code' in proof
      ? {
          channel: 'slip',
          personId: proof.personId,
          shortHash: shortCodeHash(keyFor('slip code'), proof.personId, proof.code),
        }
      : { purpose: proof.purpose, hash: tokenHash(proof.token) };
  const found = await db.token.findFirst({
    where: {
      ...shown,
      usedAt: null,
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: now() } }] },
        {
          OR: [
            { personId: null },
            { person: { employments: { some: { OR: [{ leftOn: null }, { leftOn: { gte: today } }] } } } },
          ],
        },
      ],
    },
    select: {
      id: true,
      purpose: true,
      person: { select: { id: true, name: true, language: true, email: true, employeeNumber: true } },
    },
  });
  if (!found) return null;
  const { id, purpose, person } = found;
  if (!person) return { id, purpose: purpose as TokenPurpose, bearer: null };
  const { email, employeeNumber, ...bearer } = person;
  const signInName = email ?? employeeNumber ?? '';
  return { id, purpose: purpose as PersonalPurpose, bearer: { ...bearer, signInName } };
}

export async function tokenOpens(db: Reader | Tx, purpose: TokenPurpose, token: string): Promise<boolean> {
  return (await readToken(db, { purpose, token })) !== null;
}

/** When the newest invitation of somebody was asked for, and what became of it. */
export async function lastInvitation(
  db: Reader | Tx,
  personId: string,
): Promise<{ askedAt: Date; state: string } | null> {
  const mail = await db.mail.findFirst({
    where: { personId, template: 'invitation' },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true, state: true },
  });
  return mail && { askedAt: mail.createdAt, state: mail.state };
}
