import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Compiled } from './compile-document.work.server.ts';

export type SavedVersion = { ok: true; documentId: string; versionId: string; unchanged: boolean };

/** The next version of a document in one language; the document itself is made with its first. Saving the same text again changes nothing. */
export async function saveVersion(
  tx: Tx,
  actor: Actor,
  input: { compiled: Compiled },
): Promise<SavedVersion> {
  const { compiled } = input;
  const { kind, slug, language, sourceHash } = compiled;
  const document =
    (await tx.document.findUnique({ where: { kind_slug: { kind, slug } }, select: { id: true } })) ??
    (await tx.document.create({ data: { id: ulid(), kind, slug, createdAt: now() }, select: { id: true } }));
  const last = await tx.version.findFirst({
    where: { documentId: document.id, language },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, sourceHash: true },
  });
  if (last?.sourceHash === sourceHash) {
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
      front: JSON.stringify(compiled.front),
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
