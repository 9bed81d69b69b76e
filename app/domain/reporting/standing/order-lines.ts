import type { CompletionSort } from '../completions-report.ts';
import type { Lines } from './lines.ts';

type Wanted = {
  sort: CompletionSort;
  direction: 'asc' | 'desc';
  /** By the number of the department: its place among all by name. */
  departmentPlaces: number[];
};

type Window = { from: number; size: number };

/** What lines are put in order by before the name decides, as small numbers, and the order of these. */
type Keys = { keys: Int32Array; order: number[] };

function ranked(
  length: number,
  valueOf: (line: number) => number,
  compare: (a: number, b: number) => number,
): Keys {
  const keys = new Int32Array(length);
  const known = new Map<number, number>();
  for (let line = 0; line < length; line += 1) {
    const value = valueOf(line);
    let key = known.get(value);
    if (key === undefined) known.set(value, (key = known.size));
    keys[line] = key;
  }
  const values = [...known].toSorted((one, other) => compare(one[0], other[0]));
  return { keys, order: values.map(([, key]) => key) };
}

/** Courses stand in their order already. Whoever has not completed comes last, whichever way round. */
function keysOf(lines: Lines, { sort, direction, departmentPlaces }: Wanted): Keys {
  const { length } = lines;
  const way = direction === 'asc' ? 1 : -1;
  const plain = (a: number, b: number) => way * (a - b);
  if (sort === 'department') {
    const { department } = lines;
    return ranked(length, (line) => departmentPlaces[department[line]!] ?? 0, plain);
  }
  if (sort === 'course') return ranked(length, (line) => lines.course[line]!, plain);
  if (sort === 'state') return ranked(length, (line) => lines.state[line]!, plain);
  const openLast = (a: number, b: number) => (a === 0 || b === 0 ? b - a : plain(a, b));
  return ranked(length, (line) => lines.completedOn[line]!, openLast);
}

/** By name the other way round: the people turned, the courses of each as they were. */
function turned({ person, length }: Lines, { from, size }: Window): number[] {
  const found: number[] = [];
  let passed = 0;
  for (let end = length; end > 0 && found.length < size;) {
    let first = end - 1;
    while (first > 0 && person[first - 1] === person[end - 1]) first -= 1;
    for (let line = first; line < end && found.length < size; line += 1) {
      if (passed >= from) found.push(line);
      passed += 1;
    }
    end = first;
  }
  return found;
}

/**
 * The numbers of the lines of one page, in the order asked for. Lines come by name, and stay so where all else is equal.
 * Only those of the page are put in order: it is counted how many come before.
 */
export function linesOfPage(lines: Lines, wanted: Wanted, page: Window): number[] {
  const { sort, direction } = wanted;
  const { from, size } = page;
  if (sort === 'name' && direction === 'desc') return turned(lines, page);
  if (sort === 'name') {
    const length = Math.max(0, Math.min(size, lines.length - from));
    return Array.from({ length }, (_, index) => from + index);
  }
  const { keys, order } = keysOf(lines, wanted);
  const counts = new Int32Array(order.length);
  for (let line = 0; line < lines.length; line += 1) counts[keys[line]!]! += 1;
  const wantedKeys: { key: number; skip: number; found: number[] }[] = [];
  let before = 0;
  for (const key of order) {
    const count = counts[key]!;
    if (before + count > from && before < from + size) {
      wantedKeys.push({ key, skip: Math.max(0, from - before), found: [] });
    }
    before += count;
  }
  const byKey = new Map(wantedKeys.map((one) => [one.key, one]));
  for (let line = 0; line < lines.length; line += 1) {
    const one = byKey.get(keys[line]!);
    if (!one || one.found.length >= size) continue;
    if (one.skip > 0) one.skip -= 1;
    else one.found.push(line);
  }
  return wantedKeys.flatMap(({ found }) => found).slice(0, size);
}
