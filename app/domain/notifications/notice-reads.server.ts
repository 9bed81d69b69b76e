import type { PersonActor } from '#app/domain/actor/actor.ts';
import { coursesFor } from '#app/domain/learning/courses/audience.ts';
import type { Library, LibraryCourse } from '#app/domain/publishing/library.ts';
import { courseEditionFor, editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Notice, NoticeFacts, NoticeKind } from './notice.ts';

type NoticePage = { notices: Notice[]; unseen: number };

type Subject = { course: LibraryCourse; moduleSlug: string | null; title: string };

/** The course or the module of that id; null where it is published no more. */
function findSubject({ courses }: Library, documentId: string, language: string): Subject | null {
  for (const course of courses) {
    if (course.documentId === documentId) {
      return { course, moduleSlug: null, title: courseEditionFor(course, language).title };
    }
    const module = course.modules.find((candidate) => candidate.documentId === documentId);
    if (module) return { course, moduleSlug: module.slug, title: editionFor(module, language).title };
  }
  return null;
}

/** Newest first. */
export async function readNotices(db: Reader | Tx, actor: PersonActor, take: number): Promise<NoticePage> {
  const rows = await db.notice.findMany({
    where: { personId: actor.id },
    orderBy: { id: 'desc' },
    take,
    select: { id: true, kind: true, facts: true, createdAt: true, seenAt: true },
  });
  if (rows.length === 0) return { notices: [], unseen: 0 };
  const facts = rows.map((row) => JSON.parse(row.facts) as NoticeFacts);
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(facts.map(({ personId }) => personId))] } },
    select: { id: true, name: true },
  });
  const library = await readLibrary(db);
  const open = new Set(coursesFor(library, actor).map(({ documentId }) => documentId));
  const notices = rows.flatMap((row, index): Notice[] => {
    const { personId, documentId } = facts[index]!;
    const person = people.find(({ id }) => id === personId);
    const found = findSubject(library, documentId, actor.language);
    if (!person || !found) return [];
    return [
      {
        id: row.id,
        kind: row.kind as NoticeKind,
        personName: person.name,
        title: found.title,
        courseSlug: open.has(found.course.documentId) ? found.course.slug : null,
        moduleSlug: found.moduleSlug,
        createdAt: row.createdAt,
        seen: row.seenAt !== null,
      },
    ];
  });
  return { notices, unseen: notices.filter(({ seen }) => !seen).length };
}
