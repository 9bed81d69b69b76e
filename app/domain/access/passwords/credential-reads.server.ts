import { normaliseSignInName } from '#app/domain/people/person.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type StoredPassword = { personId: string; secretHash: string; mustChange: boolean; changedAt: Date };

/** Somebody who could sign in, with a password or without one yet. */
export type Account = { personId: string; password: StoredPassword | null };

const stored = { personId: true, secretHash: true, mustChange: true, changedAt: true } as const;
type Stored = Omit<StoredPassword, 'secretHash'> & { secretHash: string | null };

const withHash = (found: Stored | null | undefined): StoredPassword | null =>
  found?.secretHash ? { ...found, secretHash: found.secretHash } : null;

/** By e-mail address or employee number, whichever was typed. Whether they still work here is the session's business. */
export async function findAccount(db: Reader | Tx, signInName: string): Promise<Account | null> {
  const name = normaliseSignInName(signInName);
  const person = await db.person.findFirst({
    where: name.includes('@') ? { email: name } : { employeeNumber: name },
    select: { id: true, credentials: { where: { kind: 'password' }, select: stored } },
  });
  return person && { personId: person.id, password: withHash(person.credentials[0]) };
}

export async function findPassword(db: Reader | Tx, signInName: string): Promise<StoredPassword | null> {
  return (await findAccount(db, signInName))?.password ?? null;
}

export async function passwordOf(db: Reader | Tx, personId: string): Promise<StoredPassword | null> {
  return withHash(await db.credential.findFirst({ where: { personId, kind: 'password' }, select: stored }));
}
