import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { keepPreference } from './keep-preference.server.ts';
import type { MailKind } from './mail-kind.ts';

/** For whoever holds the link and has changed their mind. */
export async function subscribeAgain(
  tx: Tx,
  actor: Actor,
  { personId, kind }: { personId: string; kind: MailKind },
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  if (actor.kind !== 'system') return { refused: 'not-allowed' };
  if (!(await keepPreference(tx, { personId, kind, wanted: true }))) return { ok: true };
  await record(tx, actor, {
    name: 'preference.set',
    subject: { type: 'person', id: personId },
    facts: { kind, wanted: true, byLink: true },
  });
  return { ok: true };
}
