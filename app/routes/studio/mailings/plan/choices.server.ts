import { countAudience } from '#app/domain/culture/mailings/planning/audience-reads.server.ts';
import { audience, audienceRoles } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { departmentTree } from '#app/domain/people/department.ts';
import { readSites } from '#app/domain/people/directory/site-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { languageName } from '#app/platform/locale/format.ts';
import { roleWords } from '../mailing-words.ts';
import { reachInWords } from '../audience-words.server.ts';

export type Choice = { value: string; label: string; depth: number };

export type AudienceChoices = Record<'departments' | 'sites' | 'languages' | 'roles', Choice[]>;

/** What an audience can be chosen by. */
export async function readChoices(locale: string): Promise<AudienceChoices> {
  const languages = await reader.person.groupBy({ by: ['language'], orderBy: { language: 'asc' } });
  return {
    departments: departmentTree(await readDepartments(reader)).map(({ id, name, depth }) => ({
      value: id,
      label: name,
      depth,
    })),
    sites: (await readSites(reader)).map(({ id, name }) => ({ value: id, label: name, depth: 0 })),
    languages: languages.map(({ language }) => ({
      value: language,
      label: languageName(language, locale),
      depth: 0,
    })),
    roles: audienceRoles.map((role) => ({ value: role, label: roleWords[role](), depth: 0 })),
  };
}

/** What the address says about an audience; what it says wrongly counts as not said. */
export function audienceIn(query: URLSearchParams) {
  const lists = Object.keys(audience.shape).map((name) => [name, query.getAll(name)]);
  const parsed = audience.safeParse(Object.fromEntries(lists));
  return parsed.success ? parsed.data : audience.parse({});
}

/** Counted where the address asks for it, before anything is kept. */
export async function countIn(query: URLSearchParams): Promise<string[] | null> {
  return query.has('count') ? reachInWords(await countAudience(reader, audienceIn(query))) : null;
}

const texts = [
  'subject',
  'preheader',
  'when',
  'startOn',
  'startTime',
  'perMinute',
  'fromHour',
  'untilHour',
] as const;

/** What was typed before the readers were counted. */
export function typedIn(query: URLSearchParams) {
  if (!query.has('count')) return null;
  const typed = texts.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(typed), ...audienceIn(query), inHours: query.has('inHours') };
}
