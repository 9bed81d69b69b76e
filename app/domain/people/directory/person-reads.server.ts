import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { normaliseSignInName } from '../person.ts';

export type PersonCard = {
  id: string;
  name: string;
  email: string | null;
  employeeNumber: string | null;
  /** Their first day, where that is still to come. */
  startsOn: string | null;
};

export async function readPersonCard(db: Reader | Tx, personId: string): Promise<PersonCard | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      employeeNumber: true,
      employments: { orderBy: { hiredOn: 'desc' }, take: 1, select: { hiredOn: true } },
    },
  });
  if (!person) return null;
  const { employments, ...card } = person;
  const hiredOn = employments[0]?.hiredOn ?? '';
  return { ...card, startsOn: hiredOn > (await companyToday(db)) ? hiredOn : null };
}

/** Somebody who works here on a day, by e-mail address or employee number, whichever was typed. */
export async function findColleague(
  db: Reader | Tx,
  signInName: string,
  on?: string,
): Promise<string | null> {
  const name = normaliseSignInName(signInName);
  const day = on ?? (await companyToday(db));
  const person = await db.person.findFirst({
    where: {
      ...(name.includes('@') ? { email: name } : { employeeNumber: name }),
      employments: { some: { hiredOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gte: day } }] } },
    },
    select: { id: true },
  });
  return person?.id ?? null;
}
