import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayEditCompany } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyId } from '../company.ts';
import type { CompanySettings } from './company-settings.ts';

export type EditCompanyRefusal = 'not-allowed' | 'own-factor-first';

/** All settings at once, as a form has them. What is the same as before changes nothing. */
export async function editCompany(
  tx: Tx,
  actor: Actor,
  input: CompanySettings,
): Promise<{ ok: true } | Refused<EditCompanyRefusal>> {
  if (!mayEditCompany(actor)) return { refused: 'not-allowed' };
  const before = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  const after = {
    ...input,
    accent: input.accent ?? null,
    mailSender: input.mailSender || null,
    postalAddress: input.postalAddress || null,
    contact: input.contact || null,
    privacyNotice: input.privacyNotice || null,
  };
  const asksAnew = after.requireSecondFactor && !before.requireSecondFactor;
  if (asksAnew && !(await hasSecondFactor(tx, actor))) return { refused: 'own-factor-first' };
  const names = Object.keys(after) as (keyof typeof after)[];
  const fields = names.filter((name) => after[name] !== before[name]);
  if (fields.length === 0) return { ok: true };
  await tx.company.update({ where: { id: companyId }, data: after });
  await record(tx, actor, {
    name: 'company.edited',
    subject: { type: 'company', id: companyId },
    facts: { fields },
  });
  return { ok: true };
}

/** Whoever asked for what they have not would shut themselves out, and perhaps everybody. */
async function hasSecondFactor(tx: Tx, actor: Actor): Promise<boolean> {
  const personId = actorId(actor);
  if (personId === null) return false;
  return (await tx.credential.count({ where: { personId, kind: 'totp', confirmedAt: { not: null } } })) > 0;
}
