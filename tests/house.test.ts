import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#app/domain/events/catalogue.ts';
import routes from '#app/routes.ts';
import { accessTable } from './support/access-table.ts';

const root = join(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'generated') return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path);
const code = ['app', 'bin', 'tests', 'bench'].flatMap(filesBelow).filter(isCode);
const domain = filesBelow('app/domain').filter(isCode);

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const exportedFunctions = (source: string) =>
  [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1]);

/** By what a file's name promises. */
const kindOf = (path: string) => {
  const name = basename(path);
  if (name.endsWith('.work.server.ts')) return 'work';
  if (name.endsWith('.sql.server.ts')) return 'sql';
  if (name.endsWith('-reads.server.ts')) return 'reads';
  if (/^keep-.*\.server\.ts$/.test(name)) return 'keep';
  if (name.endsWith('.server.ts')) return 'verb';
  return 'noun';
};

const domainOf = (kind: string) => domain.filter((path) => kindOf(path) === kind);

describe('the house keeps its shape', () => {
  test.each(domainOf('verb').filter((path) => !path.endsWith('events/record.server.ts')))(
    '%s exports one verb of its own name, which records an event',
    (path) => {
      const source = read(path);
      const name = camel(basename(path, '.server.ts'));
      expect(exportedFunctions(source)).toEqual([name]);
      const opening = source.slice(source.indexOf(`function ${name}(`)).replace(/\s+/g, ' ');
      expect(opening).toMatch(/^function \w+\( ?tx: Tx, actor: (Person)?Actor[,)]/);
      const delegates = [
        ...source.matchAll(/import \{ (\w+) \} from '(?:\.\/|#app\/domain\/outbox\/)[a-z-]+\.server\.ts'/g),
      ].map((m) => m[1]);
      const records = source.includes('record(tx') || delegates.some((verb) => source.includes(`${verb}(tx`));
      expect(records, 'records an event, or calls a verb of its room or of the outbox that does').toBe(true);
    },
  );

  test.each(domainOf('keep'))('%s exports one keep of its own name, which records none', (path) => {
    const source = read(path);
    expect(exportedFunctions(source)).toEqual([camel(basename(path, '.server.ts'))]);
    expect(source).not.toContain('record(tx');
  });

  test.each(domainOf('work'))('%s exports one work of its own name', (path) => {
    expect(exportedFunctions(read(path))).toEqual([camel(basename(path, '.work.server.ts'))]);
  });

  test.each(domainOf('noun'))('%s is pure', (path) => {
    const source = read(path);
    const runtimeImports = [...source.matchAll(/^import (?!type)[\s\S]*? from '([^']+)'/gm)].map(
      (match) => match[1]!,
    );
    expect(
      runtimeImports.filter((from) =>
        /\.server\.ts$|^node:(fs|net|http|child_process|worker_threads)/.test(from),
      ),
    ).toEqual([]);
  });

  test('raw SQL stands in sql files, and in reads that need no more than a statement', () => {
    const strays = code.filter(
      (path) =>
        path.startsWith('app/') &&
        /\$(query|execute)Raw/.test(read(path)) &&
        !/-reads\.server\.ts$|\.sql\.server\.ts$/.test(path),
    );
    expect(strays.filter((path) => !path.startsWith('app/platform/db/'))).toEqual([]);
  });

  test('every event of the catalogue happens, and nothing else does', () => {
    const used = new Set(
      domain.flatMap((path) =>
        [...read(path).matchAll(/name: '([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1]),
      ),
    );
    expect([...used].toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  test('every message belongs to its area, and stands once', () => {
    const seen = new Set<string>();
    for (const path of filesBelow('app/messages').filter((file) => file.endsWith('.json'))) {
      const area = basename(dirname(path));
      for (const key of Object.keys(JSON.parse(read(path)) as object)) {
        expect(key, path).toMatch(new RegExp(`^${area}_`));
        expect(seen.has(key), key).toBe(false);
        seen.add(key);
      }
    }
  });

  test('every message is said somewhere', () => {
    const text = code
      .filter((path) => path.startsWith('app/'))
      .map(read)
      .join('\n');
    const keys = filesBelow('app/messages')
      .filter((file) => file.endsWith('.json'))
      .flatMap((path) => Object.keys(JSON.parse(read(path)) as object));
    expect(keys.filter((key) => !text.includes(key))).toEqual([]);
  });

  test('every route has its row in the access table, and every row its route', () => {
    type Entry = { path?: string; index?: boolean; children?: Entry[] };
    const paths = (entries: Entry[], base = ''): string[] =>
      entries.flatMap((entry) => {
        const path = [base, entry.path].filter(Boolean).join('/');
        return entry.children ? paths(entry.children, path) : [`/${path}`];
      });
    expect(Object.keys(accessTable).toSorted()).toEqual(paths(routes as Entry[]).toSorted());
  });

  test('no code file is longer than 250 lines', () => {
    const long = code
      .map((path) => [path, read(path).split('\n').length] as const)
      .filter(([, lines]) => lines > 251);
    expect(long).toEqual([]);
  });

  test('no folder of app/ holds more than 15 files', () => {
    const counts = new Map<string, number>();
    for (const path of filesBelow('app')) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
  });

  test('no name says nothing', () => {
    const empty = /\b(util|utils|helper|helpers|misc|common|shared|service|manager|handler|index)\b/;
    const names = code
      .map((path) => relative(root, join(root, path)))
      .filter((path) => empty.test(basename(path).replace(/[-.]/g, ' ')));
    expect(names).toEqual([]);
  });
});
