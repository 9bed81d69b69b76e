import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

/** A backup was made. Its newest hash goes into the chain: the one proves the other. */
export async function noteBackup(
  tx: Tx,
  actor: Actor,
  input: { name: string; head: string },
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const { name, head } = input;
  await record(tx, actor, {
    name: 'backup.made',
    subject: { type: 'backup', id: name },
    facts: { name, head },
  });
  return { ok: true };
}
