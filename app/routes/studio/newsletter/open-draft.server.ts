import type { LoaderFunctionArgs } from '@remix-run/node';
import { findIssue } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { openingOf } from '#app/domain/culture/newsletters/issue-text.ts';
import { readMailedIssue } from '#app/domain/culture/newsletters/mail/mailed-issue-reads.server.ts';
import { isMeantFor } from '#app/domain/learning/courses/audience.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { functions } from '#app/domain/people/department.ts';
import { readDrafts } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { drawIssueMail } from '#app/ui/email/issue/draw-issue-mail.server.tsx';
import { notFound, requireRole } from '../../guards.server.ts';

/** The editions of an issue that there are to be sent: of each language what the editors have, else what is published. */
async function editionsOf(slug: string): Promise<{ language: string; versionId: string }[]> {
  const drafts = await readDrafts(reader, { kind: 'issue', slug });
  const sound = drafts.flatMap(({ language, versionId }) => (versionId ? [{ language, versionId }] : []));
  const published = (await findIssue(reader, slug))?.issue.editions ?? [];
  const others = published.filter(({ language }) => sound.every((one) => one.language !== language));
  return [...sound, ...others.map(({ language, versionId }) => ({ language, versionId }))];
}

/** The mail that the address asks for: of which edition, and as whom. */
export async function openMail(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const slug = args.params.issue ?? '';
  const query = new URL(args.request.url).searchParams;
  const editions = await editionsOf(slug);
  const edition = editions.find(({ language }) => language === query.get('in')) ?? editions[0];
  const company = await readCompany(reader);
  if (!edition || !company) return notFound();
  const functionId = functions.find((id) => id === query.get('as')) ?? null;
  const { courses } = await readLibrary(reader);
  const mailed = await readMailedIssue(reader, edition.versionId, {
    functions: functionId === null ? [] : [functionId],
    courses: courses.filter((course) => isMeantFor(course, functionId)).map((course) => course.slug),
  });
  if (!mailed) return notFound();
  const { issue, pictures, cameOutOn } = mailed;
  const base = new URL(mailSettings()?.linkBase ?? args.request.url).origin;
  const page = `${base}/newsletter/${slug}`;
  const mail = drawIssueMail({
    issue,
    openings: issue.stories.map(openingOf),
    base,
    pictures,
    cameOut: formatDay(cameOutOn, 'en'),
    company,
    preheader: '',
    person: { name: actor.name, language: actor.language },
    links: { page, unsubscribe: page, preferences: page },
  });
  return { slug, edition, editions, functionId, issue, mail };
}
