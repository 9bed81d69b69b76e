import { fold } from '#app/domain/people/search-key.ts';

/** More than these would not fit on one screen. */
export const namesOnOneScreen = 24;

type Named = { id: string; name: string; employeeNumber: string | null };

/** As it stands on the letters to choose from: without accents, in capitals. */
export function letterOf(name: string): string {
  const [first = '·'] = fold(name);
  return first.toUpperCase();
}

export type ShownName = {
  id: string;
  name: string;
  /** Their number, where somebody else has the same name. */
  number: string | null;
};

/** Few are shown at once; of many the letters first, then the names under one. */
export function namesToShow(
  people: Named[],
  wanted: string | null,
): { letters: string[]; letter: string | null; names: ShownName[] } {
  const often = new Map<string, number>();
  for (const { name } of people) often.set(name, (often.get(name) ?? 0) + 1);
  const shown = (some: Named[]) =>
    some.map(({ id, name, employeeNumber }) => ({
      id,
      name,
      number: (often.get(name) ?? 0) > 1 ? employeeNumber : null,
    }));
  if (people.length <= namesOnOneScreen) return { letters: [], letter: null, names: shown(people) };
  const letters = [...new Set(people.map(({ name }) => letterOf(name)))];
  const letter = letters.find((one) => one === wanted) ?? null;
  return { letters, letter, names: shown(people.filter(({ name }) => letterOf(name) === letter)) };
}
