// A working day in minutes: hundreds of people read, answer and hand in, HR looks on and takes files, and every so
// often somebody signs in. What matters is what grows, and what breaks.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from './page.ts';
import { prepareData } from './prepare-data.ts';
import { machineFacts, writeReport } from './report.ts';
import type { Server } from './servers.ts';
import { bundleFloors, samplePassword, startEveryhand } from './servers.ts';
import type { Sample } from './soak-report.ts';
import { soakReport } from './soak-report.ts';
import { Visitor, answersOn } from './visitor.ts';

const learners = 300;
/** Between two clicks of one person, in milliseconds: much less than people take, and enough that they are people. */
const thinks = [2000, 8000] as const;
const cast = ['ada', 'ben', 'dana', 'eli', 'zed'].map((name) => `${name}@harbourandpine.example`);

type Settings = { minutes: number; write: boolean };

const think = (until: number) => {
  const [least, most] = thinks;
  return wait(Math.min(least + Math.random() * (most - least), Math.max(0, until - Date.now())));
};

/** Whoever goes on until the end, with a pause after every click. */
async function goOn(until: number, clicks: (() => Promise<unknown>)[]): Promise<void> {
  // People do not all come through the door at once.
  await wait((Math.random() * (until - Date.now())) / 10);
  for (let click = 0; Date.now() < until; click += 1) {
    await clicks[click % clicks.length]!();
    await think(until);
  }
}

/** Reads, takes the questions, keeps answers as they go, hands in what is not all right, and begins again. */
function learn(visitor: Visitor, home: string, until: number): Promise<void> {
  let form = new URLSearchParams();
  const keep = () => visitor.post('keep answers', `${home}/answers`, form);
  return goOn(until, [
    () => visitor.get('read', '/'),
    () => visitor.get('read', home),
    () => visitor.post('start a try', `${home}/attempt`, new URLSearchParams()),
    async () => {
      form = answersOn(await visitor.get('questions', `${home}/quiz`));
    },
    keep,
    keep,
    () => visitor.post('hand in', `${home}/quiz`, form),
    () => visitor.get('result', `${home}/result`),
    () => visitor.get('read', '/learn'),
  ]);
}

const look = (visitor: Visitor, until: number): Promise<void> =>
  goOn(until, [
    () => visitor.get('HR pages', '/hr'),
    () => visitor.get('HR pages', '/hr/people?q=an'),
    () => visitor.get('HR pages', '/hr/completions'),
    () => visitor.get('HR pages', '/hr/completions?q=an&sort=completed&direction=desc'),
    () => visitor.get('HR file', '/hr/completions.csv'),
  ]);

/** The sizes of what could grow, every five seconds. */
async function watch(server: Server, database: string, until: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  const started = Date.now();
  while (Date.now() < until) {
    await wait(Math.min(5000, Math.max(1, until - Date.now())));
    server.mustRun();
    const { rssBytes, lateP99 } = await server.read();
    const walBytes = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    samples.push({ minute: (Date.now() - started) / 60_000, rssBytes, walBytes, lateP99 });
  }
  return samples;
}

async function comeAndGo(visitor: Visitor, server: Server, until: number): Promise<void> {
  for (let turn = 0; Date.now() < until; turn += 1) {
    await visitor.timed('sign in', () => signIn(server.url, cast[turn % cast.length]!, samplePassword));
    await wait(Math.min(10_000, Math.max(0, until - Date.now())));
  }
}

export async function soak({ minutes, write }: Settings, say: (text: string) => void): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-soak-'));
  let server: Server | undefined;
  try {
    mkdirSync(join(folder, 'everyhand'));
    say(`Opening the sample company, with ${learners} people who have read a module.`);
    await bundleFloors();
    const { submissions } = await prepareData(folder, learners);
    server = await startEveryhand(folder);
    const hr = await signIn(server.url, 'chidi@harbourandpine.example', samplePassword);
    const until = Date.now() + minutes * 60_000;
    const visitors = submissions.map(({ cookie }) => new Visitor(server!.url, cookie));
    const [hrVisitor, newcomer] = [new Visitor(server.url, hr), new Visitor(server.url, '')];
    say(`${learners} people learn for ${minutes} minutes.`);
    const [samples] = await Promise.all([
      watch(server, join(folder, 'everyhand/everyhand.db'), until),
      ...visitors.map((visitor, index) =>
        learn(visitor, submissions[index]!.path.replace(/\/quiz$/, ''), until),
      ),
      look(hrVisitor, until),
      comeAndGo(newcomer, server, until),
    ]);
    const all = [...visitors, hrVisitor, newcomer].flatMap(({ answers }) => answers);
    const facts = `${machineFacts(loadBefore)} ${learners} people for ${minutes} minutes, one click every ${thinks[0] / 1000} to ${thinks[1] / 1000} seconds each.`;
    const report = [facts, soakReport(all, samples, minutes)].join('\n\n');
    console.log(report);
    if (write) await writeReport(report, 'soak');
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
