import type { z } from 'zod';
import { readYaml, type YamlPlace, type YamlProblem } from '#app/platform/mdx/yaml-data.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { numberLimits } from '../grammar/front-matter.ts';
import type { Vocabulary } from '../content/vocabulary.ts';
import { checkText } from './check-characters.ts';
import { shown } from '../text/plain-text.ts';

type Path = readonly PropertyKey[];
type Places = (path: Path) => YamlPlace;

export type CheckedFront<T> = {
  front: T | null;
  /** As it stands there, sound or not. */
  written: Record<string, unknown>;
  findings: Finding[];
  placeOf: Places;
};

const most = 20_000;

/** The keys at the head of a document, each finding with the line of its key. */
export function checkFront<S extends z.ZodObject>(
  schema: S,
  yaml: string,
  firstLine: number,
  vocabulary: Vocabulary | null,
): CheckedFront<z.infer<S>> {
  const start = { line: firstLine, column: 1 };
  const failed = (findings: Finding[]) => ({ front: null, written: {}, findings, placeOf: () => start });
  if (yaml.length > most) return failed([finding(start, 'front-matter-too-large', { limit: most })]);
  const read = readYaml(yaml, firstLine);
  if ('refused' in read) return failed(read.problems.map(yamlFinding));
  const { data, placeOf } = read;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return failed([finding(start, 'yaml-not-keys', {})]);
  }
  const { value, findings } = checkKeys(schema, data, placeOf);
  const words = checkWords(data as Record<string, unknown>, vocabulary, placeOf);
  const written = data as Record<string, unknown>;
  return { front: value, written, findings: [...findings, ...words], placeOf };
}

/** Names and values against what they should be; `placeOf` takes paths as seen from `data`. */
export function checkKeys<S extends z.ZodObject>(
  schema: S,
  data: object,
  placeOf: Places,
): { value: z.infer<S> | null; findings: Finding[] } {
  const parsed = schema.safeParse(data);
  const findings = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => keyFindings(issue, data, schema, placeOf)),
    ...checkStrings(data, [], placeOf),
  ];
  return { value: parsed.success ? parsed.data : null, findings };
}

export function yamlFinding(problem: YamlProblem): Finding {
  if (problem.kind === 'syntax') return finding(problem, 'yaml-syntax', { reason: problem.text });
  if (problem.kind === 'anchor') return finding(problem, 'yaml-anchor', { given: shown(problem.text) });
  if (problem.kind === 'tag') return finding(problem, 'yaml-tag', { given: shown(problem.text) });
  return finding(problem, 'yaml-directive', {});
}

function keyFindings(issue: z.core.$ZodIssue, data: object, schema: z.ZodObject, placeOf: Places): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ');
    return issue.keys.map((key) => finding(placeOf([key]), 'key-unknown', { key: shown(key), known }));
  }
  const key = String(issue.path[0]);
  const value = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], data);
  const place = placeOf(issue.path);
  const given = shown(String(value));
  if (value === undefined || value === null) return [finding(place, 'key-missing', { key })];
  if (key === 'language') return [finding(place, 'key-language', { given })];
  if (key === 'qr') return [finding(place, 'key-address', { key, given })];
  switch (issue.code) {
    case 'invalid_type':
      return [typeFinding(issue.expected, key, place)];
    case 'too_small':
    case 'too_big':
      return [sizeFinding(issue, key, place)];
    case 'invalid_value':
      return [finding(place, 'key-one-of', { key, given, allowed: issue.values.join(', ') })];
    case 'invalid_union':
      return [finding(place, 'key-one-of', { key, given, allowed: 'everyone, [shipping, sales]' })];
    default:
      return [finding(place, 'key-slug', { key, given })];
  }
}

function typeFinding(expected: string, key: string, place: YamlPlace): Finding {
  if (expected === 'string') return finding(place, 'key-text', { key });
  if (expected === 'array') return finding(place, 'key-list', { key });
  if (expected === 'boolean') return finding(place, 'key-true-false', { key });
  return finding(place, 'key-number', { key });
}

type SizeIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

function sizeFinding(issue: SizeIssue, key: string, place: YamlPlace): Finding {
  const limits = numberLimits[key];
  if (limits) return finding(place, 'key-range', { key, ...limits });
  if (issue.code === 'too_small') return finding(place, 'key-empty', { key });
  return finding(place, 'key-length', { key, max: Number(issue.maximum) });
}

/** An escape in YAML may spell what the source may not hold. */
function checkStrings(value: unknown, path: Path, placeOf: Places): Finding[] {
  if (typeof value === 'string') return checkText(value, placeOf(path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    checkStrings(one, [...path, Array.isArray(value) ? Number(key) : key], placeOf),
  );
}

function checkWords(
  data: Record<string, unknown>,
  vocabulary: Vocabulary | null,
  placeOf: Places,
): Finding[] {
  const found: Finding[] = [];
  for (const key of ['function', 'audience', 'standard', 'standards', 'sources', 'modules']) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    const names = (Array.isArray(value) ? value : [value]) as unknown[];
    for (const [index, name] of names.entries()) {
      if (typeof name !== 'string' || (key === 'audience' && value === 'everyone')) continue;
      const place = placeOf(Array.isArray(value) ? [key, index] : [key]);
      const given = shown(name);
      if (names.indexOf(name) < index) found.push(finding(place, 'key-twice', { key, given }));
      if (!vocabulary || key === 'modules') continue;
      const { names: known, rule } = wordsFor(key, vocabulary);
      if (!known.includes(name)) found.push(finding(place, rule, { given, known: known.join(', ') || '–' }));
    }
  }
  return found;
}

function wordsFor(key: string, { functions, standards, sources }: Vocabulary) {
  if (key === 'standard' || key === 'standards')
    return { names: standards, rule: 'standard-unknown' } as const;
  if (key === 'sources') return { names: sources, rule: 'source-unknown' } as const;
  return { names: functions, rule: 'function-unknown' } as const;
}
