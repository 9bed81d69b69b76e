import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { keepFile } from '#app/domain/files/keep-file.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Compiled } from './compile-document.work.server.ts';

export type SavedVersion = { ok: true; documentId: string; versionId: string; unchanged: boolean };

type SaveVersion = {
  compiled: Compiled;
  /** The language of the original; a version without it is the original, or its next edition. */
  translationOf?: string;
};

/** The next version of a document in one language; the document itself is made with its first. Saving the same text again changes nothing. */
export async function saveVersion(tx: Tx, actor: Actor, input: SaveVersion): Promise<SavedVersion> {
  const { compiled, translationOf } = input;
  const { kind, slug, language, sourceHash } = compiled;
  const document =
    (await tx.document.findUnique({ where: { kind_slug: { kind, slug } }, select: { id: true } })) ??
    (await tx.document.create({ data: { id: ulid(), kind, slug, createdAt: now() }, select: { id: true } }));
  const last = await tx.version.findFirst({
    where: { documentId: document.id, language },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, sourceHash: true, front: true },
  });
  const pictures = Object.fromEntries(compiled.pictures.map(({ src, given }) => [src, given]));
  for (const picture of compiled.pictures) await keepFile(tx, { ...picture, size: picture.content.length });
  if (last?.sourceHash === sourceHash && samePictures(last.front, pictures)) {
    return { ok: true, documentId: document.id, versionId: last.id, unchanged: true };
  }
  const id = ulid();
  const number = (last?.number ?? 0) + 1;
  await tx.version.create({
    data: {
      id,
      documentId: document.id,
      language,
      number,
      title: compiled.title,
      source: compiled.source,
      sourceHash,
      front: JSON.stringify({
        ...compiled.front,
        translationOf,
        ...(compiled.pictures.length > 0 && { pictures }),
      }),
      tree: JSON.stringify(compiled.tree),
      treeFormat: compiled.treeFormat,
      answerKey: JSON.stringify(compiled.answerKey),
      createdAt: now(),
      authorId: actorId(actor),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'version.saved',
    subject: { type: 'version', id },
    facts: { documentId: document.id, number, sourceHash },
  });
  return { ok: true, documentId: document.id, versionId: id, unchanged: false };
}

/** The pictures belong to the text, though they do not stand in it. */
function samePictures(front: string, pictures: Record<string, string>): boolean {
  const { pictures: before = {} } = JSON.parse(front) as { pictures?: Record<string, string> };
  const names = new Set([...Object.keys(before), ...Object.keys(pictures)]);
  return [...names].every((name) => before[name] === pictures[name]);
}
