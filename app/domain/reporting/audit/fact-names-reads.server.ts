import type { Reader, Tx } from '#app/platform/db/database.server.ts';

const ulidPattern = /"([0-9A-HJKMNP-TV-Z]{26})"/g;

/** The names of what the ids in some facts name, as far as there are any. */
export async function readNames(db: Reader | Tx, facts: string[]): Promise<Map<string, string>> {
  const ids = [...new Set(facts.flatMap((one) => [...one.matchAll(ulidPattern)].map((match) => match[1]!)))];
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids } };
  const select = { id: true, name: true } as const;
  const [people, departments, sites, versions, documents] = await Promise.all([
    db.person.findMany({ where, select }),
    db.department.findMany({ where, select }),
    db.site.findMany({ where, select }),
    db.version.findMany({ where, select: { id: true, title: true, number: true } }),
    db.document.findMany({ where, select: { id: true, slug: true } }),
  ]);
  return new Map([
    ...[...people, ...departments, ...sites].map(({ id, name }) => [id, name] as const),
    ...versions.map(({ id, title, number }) => [id, `${title} (${number})`] as const),
    ...documents.map(({ id, slug }) => [id, slug] as const),
  ]);
}
