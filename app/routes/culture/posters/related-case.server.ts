import type { PersonActor } from '#app/domain/actor/actor.ts';
import { forEveryone } from '#app/domain/learning/cases/case.ts';
import { readPublishedCases } from '#app/domain/learning/cases/published-cases-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { functionNames } from '../../function-words.ts';

/** The case that a poster's code leads to, where it leads to one that people read. */
export async function relatedCase(
  { language }: PersonActor,
  target: string | null,
  origin: string,
): Promise<{ id: string; title: string } | null> {
  const url = target === null ? null : new URL(target);
  const [, id] = (url?.origin === origin && /^\/cases\/([^/]+)$/.exec(url.pathname)) || [];
  if (!id) return null;
  // The same words as on the page of cases: what was read there is read once.
  const names = { [forEveryone]: m.cases_for_everyone(), ...functionNames() };
  const found = (await readPublishedCases(reader, language, names)).byId.get(id);
  return found ? { id: found.id, title: found.title } : null;
}
