import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayPublish } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { ChangeKind } from './publication.ts';
import { keepReferences } from './references/keep-references.server.ts';
import { publishedVersion } from './version-reads.server.ts';

export type PublishVersion = {
  versionId: string;
  change: ChangeKind;
  /** Slugs of the module documents of a course, in their order; each has to be published. */
  modules?: string[];
};

export type PublishRefusal =
  'not-allowed' | 'unknown-version' | 'module-not-published' | 'reference-not-published';

/** From now on people read this version. What they read before stays on record. */
export async function publishVersion(
  tx: Tx,
  actor: Actor,
  input: PublishVersion,
): Promise<{ ok: true; unchanged: boolean } | Refused<PublishRefusal>> {
  const { versionId, change } = input;
  if (!mayPublish(actor)) return { refused: 'not-allowed' };
  const version = await tx.version.findUnique({
    where: { id: versionId },
    select: { documentId: true, language: true, number: true, document: { select: { kind: true } } },
  });
  if (!version) return { refused: 'unknown-version' };
  const { documentId, language, number } = version;
  const current = await publishedVersion(tx, documentId, language);
  if (current === versionId) return { ok: true, unchanged: true };
  if (!(await pinModules(tx, versionId, input.modules ?? []))) return { refused: 'module-not-published' };
  if (!(await keepReferences(tx, versionId))) return { refused: 'reference-not-published' };
  await tx.publication.create({
    data: {
      id: ulid(),
      documentId,
      versionId,
      language,
      change,
      materialFrom: change === 'material' ? await companyToday(tx) : null,
      publishedAt: now(),
      publishedBy: actorId(actor),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'version.published',
    subject: { type: 'version', id: versionId },
    facts: { documentId, kind: version.document.kind, change, number },
  });
  return { ok: true, unchanged: false };
}

async function pinModules(tx: Tx, versionId: string, slugs: string[]): Promise<boolean> {
  for (const [position, slug] of slugs.entries()) {
    const module = await tx.document.findUnique({
      where: { kind_slug: { kind: 'module', slug } },
      select: { id: true, publications: { where: { withdrawnAt: null }, select: { id: true }, take: 1 } },
    });
    if (!module || module.publications.length === 0) return false;
    const place = { fromVersionId: versionId, part: 'module', position };
    await tx.reference.upsert({
      where: { fromVersionId_part_position: place },
      create: { id: ulid(), ...place, toDocumentId: module.id },
      update: {},
    });
  }
  return true;
}
