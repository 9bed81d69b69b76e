import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const programFolder = process.cwd();
export const samplePassword = 'harbour-and-pine-9';

export type Program = {
  /** All it has printed, its log included. */
  printed: () => string;
  /** Waits for a line that matches, and fails with what was printed when the program ends before it. */
  line: (pattern: RegExp) => Promise<RegExpMatchArray>;
  signal: (name: 'SIGINT' | 'SIGTERM') => void;
  exitCode: Promise<number | null>;
};

export type Server = {
  url: string;
  /** Null where there is a company. */
  firstRunLink: string | null;
  dataFolder: string;
  printed: () => string;
  /** What the server logged as a fault of its own. */
  faults: () => string[];
  stop: () => Promise<number | null>;
};

type Settings = Record<string, string | undefined>;

export function run(args: string[], settings: Settings = {}, cwd = programFolder): Program {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, NODE_ENV: 'production' as const, ...settings };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exitCode = once(child, 'close').then(([code]) => code as number | null);
  let printed = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      for (const look of waiting) look();
    });
  }
  const line = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = printed.match(pattern);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void exitCode.then(() => reject(new Error(`It ended without ${pattern}:\n${printed}`)));
    });
  return { printed: () => printed, line, signal: (name) => child.kill(name), exitCode };
}

/** Runs what `bin/` runs once everything is up to date, without looking whether it is. */
function runBuilt(file: 'main' | 'cli', argument: unknown, settings: Settings, root: string): Program {
  const url = pathToFileURL(join(root, 'build', `${file}.js`)).href;
  const script = `const { main } = await import('${url}'); const code = await main(${JSON.stringify(argument)}); if (code) process.exitCode = code;`;
  return run(['--input-type=module', '--eval', script], settings);
}

export type StartOptions = { dataFolder: string; sample?: boolean; root?: string };

export async function startServer({ dataFolder, sample = false, root = programFolder }: StartOptions) {
  const settings = { PORT: '0', DATA_DIR: dataFolder, SAMPLE_PASSWORD: samplePassword };
  const program = runBuilt('main', { sample }, settings, root);
  const [, link = ''] = await program.line(/(?:works once\): |is open at )(http:\S+)/);
  const { origin, search } = new URL(link);
  const server: Server = {
    url: origin,
    firstRunLink: search ? link : null,
    dataFolder,
    printed: program.printed,
    faults: () =>
      program
        .printed()
        .split('\n')
        .filter((text) => /"level":(50|60)/.test(text)),
    stop: () => {
      program.signal('SIGTERM');
      return program.exitCode;
    },
  };
  return server;
}

/** The command line beside a running server; resolves to what it printed and its exit code. */
export async function runCommand(verb: string[], dataFolder: string) {
  const program = runBuilt('cli', verb, { DATA_DIR: dataFolder }, programFolder);
  const exitCode = await program.exitCode;
  return { exitCode, printed: program.printed() };
}

export type Folder = { path: string; remove: () => void };

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'everyhand-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The built program with a content folder of its own, which a test may change. */
export function copyProgram(): Folder {
  const folder = makeFolder();
  for (const part of ['build', 'prisma', 'content', 'package.json']) {
    cpSync(join(programFolder, part), join(folder.path, part), { recursive: true });
  }
  symlinkSync(join(programFolder, 'node_modules'), join(folder.path, 'node_modules'));
  return folder;
}

export const readProgramFile = (path: string) => readFileSync(join(programFolder, path), 'utf8');
