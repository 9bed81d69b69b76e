import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { keepPreference } from './keep-preference.server.ts';
import type { MailKind } from './mail-kind.ts';
import { mailKinds } from './mail-kind.ts';

/** One's own, all at once, as a form has them: what is not among `wanted` does not come. */
export async function setMailPreferences(
  tx: Tx,
  actor: PersonActor,
  input: { wanted: MailKind[] },
): Promise<{ ok: true }> {
  const personId = actor.id;
  for (const kind of mailKinds) {
    const wanted = input.wanted.includes(kind);
    if (!(await keepPreference(tx, { personId, kind, wanted }))) continue;
    await record(tx, actor, {
      name: 'preference.set',
      subject: { type: 'person', id: personId },
      facts: { kind, wanted, byLink: false },
    });
  }
  return { ok: true };
}
