import { openingOf } from '#app/domain/culture/newsletters/issue-text.ts';
import { readMailedIssue } from '#app/domain/culture/newsletters/mail/mailed-issue-reads.server.ts';
import type { IssueReader } from '#app/domain/culture/newsletters/shown-issue.ts';
import { isMeantFor } from '#app/domain/learning/courses/audience.ts';
import type { Company } from '#app/domain/people/company.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { baseLocale, isLocale } from '#app/messages/generated/runtime.js';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import type { IssueMail } from '#app/ui/email/issue/draw-issue-mail.server.tsx';
import { drawIssueMail } from '#app/ui/email/issue/draw-issue-mail.server.tsx';

export type IssueMailReading = {
  issueVersionId: string;
  person: { id: string; language: string; functions: string[]; name: string };
  /** Under APP_URL. */
  links: { page: string; unsubscribe: string; preferences: string };
  /** The issue's own where this is empty. */
  preheader: string;
  company: Pick<Company, 'name' | 'accent' | 'contact' | 'postalAddress'>;
};

/** What differs from reader to reader, as it stands in the one mail that is drawn for all of them. */
const links = {
  page: 'https://page.invalid/\uE010',
  unsubscribe: 'https://unsubscribe.invalid/\uE011',
  preferences: 'https://preferences.invalid/\uE012',
};
const nameHere = '\uE013';

/** Names in it are looked up anew after so long, so that one that was erased is gone. */
const keptFor = 60_000;
const keptAtMost = 60;
const kept = new Map<string, { at: number; mail: IssueMail }>();

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** An issue as one reader's mail, HTML and plain text. It is drawn once for all who read the same. */
export async function makeIssueMail(reading: IssueMailReading): Promise<IssueMail> {
  const { html, text } = await drawnMail(reading);
  const own: [string, string][] = [
    [links.page, reading.links.page],
    [links.unsubscribe, reading.links.unsubscribe],
    [links.preferences, reading.links.preferences],
    [nameHere, reading.person.name],
  ];
  return {
    html: own.reduce((whole, [place, value]) => whole.replaceAll(place, () => escaped(value)), html),
    text: own.reduce((whole, [place, value]) => whole.replaceAll(place, () => value), text),
  };
}

async function drawnMail(reading: IssueMailReading): Promise<IssueMail> {
  const { issueVersionId, person, preheader, company } = reading;
  const { name, accent, contact, postalAddress } = company;
  const { origin } = new URL(reading.links.page);
  const same = [issueVersionId, person.language, person.functions, origin, preheader];
  const key = JSON.stringify([...same, name, accent, contact, postalAddress]);
  const at = now().getTime();
  const before = kept.get(key);
  if (before && Math.abs(at - before.at) < keptFor) return before.mail;
  const mail = await draw(reading, origin);
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value!);
  kept.set(key, { at, mail });
  return mail;
}

async function draw(
  { issueVersionId, person, preheader, company }: IssueMailReading,
  base: string,
): Promise<IssueMail> {
  const mailed = await readMailedIssue(reader, issueVersionId, await readerOf(person.functions));
  if (!mailed) throw new Error(`There is no issue ${issueVersionId}.`);
  const { issue, pictures, cameOutOn } = mailed;
  const locale = isLocale(person.language) ? person.language : baseLocale;
  return drawIssueMail({
    issue,
    openings: issue.stories.map(openingOf),
    base,
    pictures,
    cameOut: formatDay(cameOutOn, locale),
    company,
    preheader,
    person: { name: nameHere, language: person.language },
    links,
  });
}

/** What is for their functions, and the courses that are meant for them. */
async function readerOf(functions: string[]): Promise<IssueReader> {
  const { courses } = await readLibrary(reader);
  const theirs = courses.filter((course) =>
    [null, ...functions].some((functionId) => isMeantFor(course, functionId)),
  );
  return { functions, courses: theirs.map(({ slug }) => slug) };
}
