import type { PersonActor } from '#app/domain/actor/actor.ts';
import { forEveryone } from '#app/domain/culture/posters/poster.ts';
import { readList } from '#app/domain/publishing/lists/list-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { functionNames } from '../../function-words.ts';

/** What posters are filed under, in words. */
export async function posterNames(actor: PersonActor) {
  const functions: Record<string, string> = { [forEveryone]: m.poster_for_everyone(), ...functionNames() };
  const { entries } = await readList(reader, 'standards', actor.language);
  const standards = new Map(entries.map(({ id, name }) => [id, name]));
  return {
    functionOf: (id: string) => functions[id] ?? id,
    /** Null for a standard that is no longer kept. */
    standardOf: (id: string | null) => (id === null ? null : (standards.get(id) ?? null)),
  };
}
