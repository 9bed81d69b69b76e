import type { Dice } from '../dice.ts';

/** How far somebody has come in a course by today. */
export type Fate = 'done' | 'failed-once' | 'in-second-module' | 'in-first-module' | 'not-started';

const shares: [Fate, number][] = [
  ['failed-once', 0.14],
  ['in-second-module', 0.12],
  ['in-first-module', 0.1],
  ['not-started', 0.12],
];

/** Each fate falls to its share of the learners, and to one at least where there are enough; most are done. */
export function dealFates(count: number, dice: Dice): Fate[] {
  const unlike = shares.flatMap(([fate, share]) =>
    Array.from({ length: Math.round(count * share) }, () => fate),
  );
  const done = Array.from({ length: Math.max(0, count - unlike.length) }, (): Fate => 'done');
  return dice.shuffle([...done, ...unlike]).slice(0, count);
}
