import { isCultureKind } from '#app/domain/publishing/document-tree.ts';
import type { Draft } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import { readDrafts } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { Guarded } from '../../guards.server.ts';
import { notFound, requireRole } from '../../guards.server.ts';

type Args = Guarded & { params: { type?: string; slug?: string } };

/** All drafts of the document in the address, in each of its languages. */
export async function findDrafts(args: Args): Promise<{ actor: PersonActor; home: string; drafts: Draft[] }> {
  const actor = await requireRole(args, 'editor');
  const { type = '', slug = '' } = args.params;
  if (!isCultureKind(type)) return notFound();
  const drafts = await readDrafts(reader, { kind: type, slug });
  if (drafts.length === 0) return notFound();
  return { actor, home: `/studio/${type}/${slug}`, drafts };
}

/** The one in the language that the address names; the original where it names none. */
export async function findDraft(args: Args): Promise<{ actor: PersonActor; home: string; draft: Draft }> {
  const { drafts, ...rest } = await findDrafts(args);
  const language = new URL(args.request.url).searchParams.get('language');
  const draft = language === null ? drafts[0] : drafts.find((one) => one.language === language);
  return draft ? { ...rest, draft } : notFound();
}
