import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { companyId } from '#app/domain/people/company.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** The last deed of the making: a sample company without it was interrupted, and half of it is missing. */
export async function finishSample(tx: Tx, actor: Actor): Promise<{ ok: true }> {
  await record(tx, actor, {
    name: 'sample.finished',
    subject: { type: 'company', id: companyId },
    facts: {},
  });
  return { ok: true };
}
