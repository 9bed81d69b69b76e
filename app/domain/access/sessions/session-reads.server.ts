import type { PersonActor } from '#app/domain/actor/actor.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { readSession } from './sessions.sql.server.ts';
import { tokenHash } from '../tokens/token-hash.ts';

export type OpenSession = { id: string; actor: PersonActor };

/** Who a cookie's token stands for, or null. */
export async function sessionByToken(db: Reader | Tx, token: string): Promise<OpenSession | null> {
  const id = tokenHash(token);
  const actor = await readSession(db, id, await companyToday(db));
  return actor ? { id, actor } : null;
}
