import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { MailKind } from './mail-kind.ts';

type Wish = { personId: string; kind: MailKind; wanted: boolean };

/** Whether that was not so before. */
export async function keepPreference(tx: Tx, { personId, kind, wanted }: Wish): Promise<boolean> {
  const key = { personId_kind: { personId, kind } };
  const before = await tx.mailPreference.findUnique({ where: key, select: { wanted: true } });
  if ((before?.wanted ?? true) === wanted) return false;
  const changedAt = now();
  await tx.mailPreference.upsert({
    where: key,
    create: { personId, kind, wanted, changedAt },
    update: { wanted, changedAt },
    select: { kind: true },
  });
  return true;
}
