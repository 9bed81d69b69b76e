import type { Actor } from '#app/domain/actor/actor.ts';
import { mayEditCompany } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { StoredImage } from '#app/domain/files/file.ts';
import { keepFile } from '#app/domain/files/keep-file.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyId } from '../company.ts';

/**
 * The image that takes the place of the company's name, or none. The file of the one before stays in its folder:
 * a database that is restored from last week has to find last week's logo.
 */
export async function setLogo(
  tx: Tx,
  actor: Actor,
  input: { image: StoredImage | null },
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  if (!mayEditCompany(actor)) return { refused: 'not-allowed' };
  const logo = input.image?.hash ?? null;
  const before = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { logo: true } });
  if (before.logo === logo) return { ok: true };
  if (input.image) await keepFile(tx, input.image);
  await tx.company.update({ where: { id: companyId }, data: { logo } });
  await record(tx, actor, {
    name: 'company.edited',
    subject: { type: 'company', id: companyId },
    facts: { fields: ['logo'] },
  });
  return { ok: true };
}
