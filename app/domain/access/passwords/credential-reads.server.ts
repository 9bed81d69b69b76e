import { normaliseSignInName } from '#app/domain/people/person.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type StoredPassword = { personId: string; secretHash: string; mustChange: boolean };

/** By e-mail address or employee number, whichever was typed. Whether they still work here is the session's business. */
export async function findPassword(db: Reader | Tx, signInName: string): Promise<StoredPassword | null> {
  const name = normaliseSignInName(signInName);
  const person = await db.person.findFirst({
    where: name.includes('@') ? { email: name } : { employeeNumber: name },
    select: {
      id: true,
      credentials: { where: { kind: 'password' }, select: { secretHash: true, mustChange: true } },
    },
  });
  const credential = person?.credentials[0];
  if (!person || !credential?.secretHash) return null;
  return { personId: person.id, secretHash: credential.secretHash, mustChange: credential.mustChange };
}

export async function passwordOf(db: Reader | Tx, personId: string): Promise<StoredPassword | null> {
  const credential = await db.credential.findFirst({
    where: { personId, kind: 'password' },
    select: { personId: true, secretHash: true, mustChange: true },
  });
  return credential?.secretHash ? { ...credential, secretHash: credential.secretHash } : null;
}
