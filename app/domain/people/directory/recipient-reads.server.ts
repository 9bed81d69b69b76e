import { companyToday } from '#app/domain/people/company-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type Recipient = {
  name: string;
  email: string | null;
  language: string;
  /** They work here, or are about to. */
  employed: boolean;
  /** Of their site; null where they have none yet. */
  timeZone: string | null;
};

/** To select of a person: whether they work here on that day, and by which clocks. */
export const workOn = (today: string) => ({
  employments: {
    where: { OR: [{ leftOn: null }, { leftOn: { gte: today } }] },
    take: 1,
    select: { id: true },
  },
  placements: {
    where: { fromOn: { lte: today } },
    orderBy: { fromOn: 'desc' as const },
    take: 1,
    select: { site: { select: { timeZone: true } } },
  },
});

/** Somebody as a mail finds them today. */
export async function readRecipient(db: Reader | Tx, personId: string): Promise<Recipient | null> {
  const today = await companyToday(db);
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      name: true,
      email: true,
      language: true,
      ...workOn(today),
    },
  });
  if (!person) return null;
  const { employments, placements, ...who } = person;
  return { ...who, employed: employments.length > 0, timeZone: placements[0]?.site.timeZone ?? null };
}
