import type { Refused, Tx } from '#app/platform/db/database.server.ts';

/** Something that somebody did, and when. */
export type Deed = { at: Date; act: (tx: Tx) => Promise<unknown> };

/** The plan provokes no refusal: one that comes is a mistake in the plan. */
export function granted<T extends object>(result: T | Refused): T {
  if ('refused' in result) throw new Error(`The sample company's plan was refused: ${result.refused}.`);
  return result;
}
