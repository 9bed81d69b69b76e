import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { NewCompany } from './company.ts';
import { companyId } from './company.ts';

/** Once in the life of a database. */
export async function foundCompany(
  tx: Tx,
  actor: Actor,
  input: NewCompany,
): Promise<{ ok: true } | Refused<'already-founded'>> {
  if ((await tx.company.count()) > 0) return { refused: 'already-founded' };
  await tx.company.create({ data: { id: companyId, ...input, createdAt: now() } });
  await record(tx, actor, {
    name: 'company.founded',
    subject: { type: 'company', id: companyId },
    facts: { sample: input.sample },
  });
  return { ok: true };
}
