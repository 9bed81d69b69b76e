import type { AudienceCount } from '#app/domain/culture/mailings/planning/audience.sql.server.ts';
import type { Audience } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { readSites } from '#app/domain/people/directory/site-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { languageName } from '#app/platform/locale/format.ts';
import { roleWords } from './mailing-words.ts';

/** Who was asked for, in words: the lists one after the other. */
export async function audienceInWords(asked: Audience, locale: string): Promise<string> {
  const named = (list: { id: string; name: string }[], ids: string[]) =>
    list.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  const parts = [
    named(await readDepartments(reader), asked.departments),
    named(await readSites(reader), asked.sites),
    asked.languages.map((language) => languageName(language, locale)),
    asked.roles.map((role) => roleWords[role]()),
  ].filter((names) => names.length > 0);
  return parts.length === 0
    ? m.mailing_facts_audience_all()
    : parts.map((names) => list.format(names)).join('; ');
}

/** How many it reaches, and what becomes of those whom it does not reach by mail. */
export function reachInWords({ readers, withoutAddress, unsubscribed }: AudienceCount): string[] {
  return [
    readers === 0 ? m.mailing_reaches_none() : m.mailing_reaches({ count: readers }),
    ...(withoutAddress > 0 ? [m.mailing_without_address({ count: withoutAddress })] : []),
    ...(unsubscribed > 0 ? [m.mailing_unsubscribed({ count: unsubscribed })] : []),
  ];
}
