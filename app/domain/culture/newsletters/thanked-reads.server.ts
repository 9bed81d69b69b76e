import { normaliseSignInName } from '#app/domain/people/person.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

/** By what an author wrote, an employee number or an e-mail, whose it is. Who is not known has no entry. */
export async function readThanked(
  db: Reader | Tx,
  written: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (written.length === 0) return new Map();
  const wanted = written.map(normaliseSignInName);
  const people = await db.person.findMany({
    where: { OR: [{ email: { in: wanted } }, { employeeNumber: { in: wanted } }] },
    select: { name: true, email: true, employeeNumber: true },
  });
  const names = new Map(
    people.flatMap(({ name, email, employeeNumber }) =>
      [email, employeeNumber].flatMap((key) => (key === null ? [] : [[key, name] as const])),
    ),
  );
  return new Map(
    written.flatMap((one) => {
      const name = names.get(normaliseSignInName(one));
      return name === undefined ? [] : [[one, name] as const];
    }),
  );
}
