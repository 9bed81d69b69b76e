import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { FoundIssue } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { findIssue, issueEditionFor } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import type { IssueReader } from '#app/domain/culture/newsletters/shown-issue.ts';
import { coursesFor, isMeantFor } from '#app/domain/learning/courses/audience.ts';
import { inLanguage } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { PublishedEdition } from '#app/domain/publishing/published-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { notFound, requirePerson } from '../../guards.server.ts';

type Args = { request: Request; context: RequestContext; params: Record<string, string | undefined> };

export type OpenIssue = FoundIssue & {
  actor: PersonActor;
  edition: PublishedEdition;
  /** Of dates. */
  locale: string;
};

/** Who asks, and the issue their address names, in the language they want or read in. */
export async function openIssue(args: Args): Promise<OpenIssue> {
  const actor = await requirePerson(args);
  const found = await findIssue(reader, args.params.issue ?? '');
  if (!found) return notFound();
  const wished = new URL(args.request.url).searchParams.get('in') ?? actor.language;
  const edition = inLanguage(found.issue.editions, wished) ?? issueEditionFor(found.issue, actor.language);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), 'en');
  return { ...found, actor, edition, locale };
}

/** Who is of no function reads what is for all. */
export async function issueReaderOf(actor: PersonActor): Promise<IssueReader> {
  const courses = coursesFor(await readLibrary(reader), actor).map(({ slug }) => slug);
  return { functions: actor.function === null ? [] : [actor.function], courses };
}

/** What hangs on a wall is for everybody who passes. */
export async function readerOfWalls(): Promise<IssueReader> {
  const { courses } = await readLibrary(reader);
  const forAll = courses.filter((course) => isMeantFor(course, null));
  return { functions: [], courses: forAll.map(({ slug }) => slug) };
}
