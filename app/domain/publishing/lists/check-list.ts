import { readYaml, type YamlPlace } from '#app/platform/mdx/yaml-data.ts';
import type { Vocabulary } from '../content/vocabulary.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { checkKeys, yamlFinding } from '../gate/check-front.ts';
import { shown } from '../text/plain-text.ts';
import { entryOf, nameKeyOf, type Entries, type ListKind } from './list.ts';

type Places = (path: readonly PropertyKey[]) => YamlPlace;

export type CheckedList<K extends ListKind> = { entries: Entries[K]; findings: Finding[] };

const start = { line: 1, column: 1 };
const most = 500;

/** Every entry by itself, then the entries against each other; each finding with the line of its key. */
export function checkList<K extends ListKind>(
  kind: K,
  source: string,
  vocabulary: Vocabulary | null,
): CheckedList<K> {
  const read = readYaml(source);
  if ('refused' in read) return failed(read.problems.map(yamlFinding));
  const { data, placeOf } = read;
  if (!Array.isArray(data) || data.length === 0) return failed([finding(start, 'list-not-entries', {})]);
  if (data.length > most)
    return failed([finding(start, 'list-too-long', { count: data.length, limit: most })]);
  const checked = data.map((entry: unknown, index) =>
    checkEntry(kind, entry, (path) => placeOf([index, ...path])),
  );
  const entries = checked.flatMap(({ value }) => (value ? [value] : [])) as Entries[K];
  const findings = [
    ...checked.flatMap((one) => one.findings),
    ...checkTwice(data, nameKeyOf[kind], placeOf),
    ...(kind === 'glossary' ? checkSee(data, placeOf) : []),
    ...(kind === 'glossary' && vocabulary ? checkSources(data, vocabulary.sources, placeOf) : []),
  ];
  return { entries, findings };
}

function failed<K extends ListKind>(findings: Finding[]): CheckedList<K> {
  return { entries: [] as unknown as Entries[K], findings };
}

function checkEntry(kind: ListKind, entry: unknown, placeOf: Places) {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return { value: null, findings: [finding(placeOf([]), 'entry-not-keys', {})] };
  }
  return checkKeys(entryOf[kind], entry, placeOf);
}

/** What stands under a key of an entry, however badly the rest of it is written. */
function valueOf(entry: unknown, key: string): unknown {
  return typeof entry === 'object' && entry !== null && Object.hasOwn(entry, key)
    ? (entry as Record<string, unknown>)[key]
    : undefined;
}

function checkTwice(data: readonly unknown[], nameKey: string, placeOf: Places): Finding[] {
  const ids = new Map<string, number>();
  const names = new Set<string>();
  return data.flatMap((entry, index) => {
    const found: Finding[] = [];
    const id = valueOf(entry, 'id');
    const place = placeOf([index, 'id']);
    if (typeof id === 'string') {
      const first = ids.get(id);
      if (first === undefined) ids.set(id, place.line);
      else found.push(finding(place, 'id-twice', { id: shown(id), first }));
    }
    const name = valueOf(entry, nameKey);
    if (typeof name !== 'string') return found;
    const folded = name.trim().toLowerCase();
    if (names.has(folded)) {
      const given = shown(name);
      found.push(finding(placeOf([index, nameKey]), 'key-twice', { key: nameKey, given }));
    }
    names.add(folded);
    return found;
  });
}

/** Each term leads to other terms that are there. */
function checkSee(data: readonly unknown[], placeOf: Places): Finding[] {
  const ids = data.map((entry) => valueOf(entry, 'id'));
  return data.flatMap((entry, index) => {
    const see = valueOf(entry, 'see');
    if (!Array.isArray(see)) return [];
    return see.flatMap((id: unknown, at) => {
      if (typeof id !== 'string') return [];
      const place = placeOf([index, 'see', at]);
      const given = shown(id);
      if (see.indexOf(id) < at) return [finding(place, 'key-twice', { key: 'see', given })];
      return ids.includes(id) && id !== ids[index] ? [] : [finding(place, 'see-unknown', { given })];
    });
  });
}

function checkSources(data: readonly unknown[], known: readonly string[], placeOf: Places): Finding[] {
  return data.flatMap((entry, index) => {
    const id = valueOf(entry, 'source');
    if (typeof id !== 'string' || known.includes(id)) return [];
    const params = { given: shown(id), known: known.join(', ') || '–' };
    return [finding(placeOf([index, 'source']), 'source-unknown', params)];
  });
}
