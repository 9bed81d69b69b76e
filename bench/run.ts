// What a page and a submitted quiz cost, held against what the same would cost with nothing of ours in between.
// Everyhand and the floors take turns, so that whatever else the machine does hits all of them alike.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import type { Run, Submission } from './load.ts';
import { getPage, submitAll } from './load.ts';
import { measureData, measurePage, signIn } from './page.ts';
import type { Prepared } from './prepare.ts';
import { prepareData } from './prepare-data.ts';
import type { Comparison, Memory, Series } from './report.ts';
import { machineFacts, memoryTable, ratioTable, speedTable, writeReport } from './report.ts';
import type { Server } from './servers.ts';
import { bundleFloors, samplePassword, startEveryhand, startFloor } from './servers.ts';
import { measureExport } from './export.ts';
import { measureLists } from './lists.ts';
import { measureMails } from './mails.ts';
import { measurePosters } from './posters.ts';
import { soak } from './soak.ts';

const few = 1;
const many = 32;
const submissionsPerSecond = 60;
/** By count: by time, the slower one would have fewer requests in which its code is compiled. */
const warmUpPerSecond = 300;
const idleAfter = 10_000;

const workloads = ['page', 'submit', 'soak', 'lists', 'export', 'posters', 'mails'] as const;
type Workload = (typeof workloads)[number];
type Settings = {
  seconds: number;
  rounds: number;
  minutes: number;
  only: Workload | null;
  write: boolean;
  anew: boolean;
};

function readSettings(): Settings {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '5' },
      minutes: { type: 'string', default: '10' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
      anew: { type: 'boolean', default: false },
    },
  });
  const { write, anew } = values;
  const only = workloads.find((workload) => workload === values.only) ?? null;
  const [seconds, rounds, minutes] = [values.seconds, values.rounds, values.minutes].map(Number) as [
    number,
    number,
    number,
  ];
  const isWorkload = only !== null || values.only === undefined;
  if (!(
    seconds >= 1 &&
    seconds <= 60 &&
    Number.isInteger(rounds) &&
    rounds >= 1 &&
    rounds <= 50 &&
    minutes > 0 &&
    minutes <= 720 &&
    isWorkload
  ))
    throw new Error(
      '--seconds takes 1 to 60, --rounds 1 to 50, --minutes up to 720, --only page, submit, soak, lists, export, posters or mails.',
    );
  return { seconds, rounds, minutes, only, write, anew };
}

const say = (text: string) => process.stderr.write(`${text}\n`);

type Contender = { what: string; server: Server; page: { path: string; cookie?: string }; sizes: string };
type Contenders = { everyhand: Contender; bare: Contender; remix: Contender };

async function startAll(folder: string, { page }: Prepared, servers: Server[]): Promise<Contenders> {
  const started = async (starting: Promise<Server>) => {
    const server = await starting;
    servers.push(server);
    return server;
  };
  const everyhand = await started(startEveryhand(folder));
  const cookie = await signIn(everyhand.url, page.email, samplePassword);
  const { elements, htmlBytes } = await measurePage(everyhand.url, page.path, cookie);
  const dataBytes = await measureData(everyhand.url, page.path, cookie);
  const size = { elements, dataBytes };
  const sizes = (count: number, html: number, data?: number) =>
    `${count} elements, ${html} bytes${data === undefined ? '' : `, ${data} of them from loaders`}`;
  const floor = async (what: string, name: 'floor-http' | 'floor-remix'): Promise<Contender> => {
    const server = await started(startFloor(folder, name, size));
    const own = await measurePage(server.url, '/page');
    const data = name === 'floor-remix' ? await measureData(server.url, '/page') : undefined;
    return { what, server, page: { path: '/page' }, sizes: sizes(own.elements, own.htmlBytes, data) };
  };
  return {
    everyhand: {
      what: 'module page',
      server: everyhand,
      page: { path: page.path, cookie },
      sizes: sizes(elements, htmlBytes, dataBytes),
    },
    bare: await floor('(a) node:http, SQLite, React', 'floor-http'),
    remix: await floor('(b) bare Remix', 'floor-remix'),
  };
}

type Results = { series: Series[]; comparisons: Comparison[] };

async function measureRounds(
  all: Contenders,
  settings: Settings,
  submissions: Submission[],
): Promise<Results> {
  const { seconds, rounds, only } = settings;
  const { everyhand, bare, remix } = all;
  const waiting = [...submissions];
  const submitSome = (amount: number) => submitAll(everyhand.server, waiting.splice(0, amount), many);
  const pageOf = ({ server, page }: Contender, connections: number) =>
    getPage(server, page, { connections, duration: seconds });
  const series: Series[] = [];
  const steps: { one: Series; run: () => Promise<Run> }[] = [];
  const step = (what: string, connections: number, run: () => Promise<Run>): Series => {
    const one: Series = { what, connections, runs: [] };
    series.push(one);
    steps.push({ one, run });
    return one;
  };
  const comparisons: Comparison[] = [];
  const compare = (what: string, of: Series, against: Series) => comparisons.push({ what, of, against });
  for (const connections of only === 'submit' ? [many] : [few, many]) {
    const page =
      only === 'submit' ? null : step(everyhand.what, connections, () => pageOf(everyhand, connections));
    const a = step(bare.what, connections, () => pageOf(bare, connections));
    if (page) {
      const b = step(remix.what, connections, () => pageOf(remix, connections));
      compare('module page : (b)', page, b);
      compare('module page : (a)', page, a);
    }
    if (connections === many && only !== 'page') {
      const submit = step('quiz submit', many, () => submitSome(seconds * submissionsPerSecond));
      compare('quiz submit : (a)', submit, a);
    }
  }
  say('Warming up.');
  const warmUp = { connections: many, amount: seconds * warmUpPerSecond };
  for (const { server, page } of Object.values(all)) await getPage(server, page, warmUp);
  if (only !== 'page') await submitSome(seconds * submissionsPerSecond);
  for (let round = 1; round <= rounds; round += 1) {
    for (const { one, run } of steps) {
      const measured = await run();
      one.runs.push(measured);
      const numbers = `${measured.perSecond.toFixed(0)} requests/s, ${measured.cpuMs.toFixed(2)} ms CPU each`;
      say(`Round ${round} of ${rounds}: ${one.what}, ${one.connections} connections: ${numbers}`);
    }
  }
  return { series, comparisons };
}

/** A submission that did not pass would be cheaper than the one that is meant. */
function checkPassed(folder: string, submitted: number): void {
  const db = new Database(join(folder, 'everyhand/everyhand.db'), { readonly: true });
  const query = `SELECT COUNT(*) FROM "Attempt" a JOIN "Person" p ON p."id" = a."personId" WHERE a."passed" = 1 AND p."email" LIKE '%@bench.example'`;
  const passed = Number(db.prepare(query).pluck().get());
  db.close();
  if (passed !== submitted) throw new Error(`${passed} of ${submitted} submitted quizzes were passed.`);
}

async function main(): Promise<void> {
  const settings = readSettings();
  if (settings.only === 'soak') return soak(settings, say);
  if (settings.only === 'lists') return measureLists(settings, say);
  if (settings.only === 'export') return measureExport(settings, say);
  if (settings.only === 'posters') return measurePosters(settings);
  if (settings.only === 'mails') return measureMails(settings, say);
  const loadBefore = loadavg()[0] ?? 0;
  const people =
    settings.only === 'page' ? 0 : (1 + settings.rounds) * settings.seconds * submissionsPerSecond;
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-bench-'));
  const servers: Server[] = [];
  try {
    mkdirSync(join(folder, 'everyhand'));
    say(`Opening the sample company, with ${people} people who have a quiz to submit.`);
    await bundleFloors();
    const prepared = await prepareData(folder, people);
    const all = await startAll(folder, prepared, servers);
    const contenders = Object.values(all);
    const started = await Promise.all(contenders.map(({ server }) => server.read()));
    const { series, comparisons } = await measureRounds(all, settings, prepared.submissions);
    if (people > 0) checkPassed(folder, people);
    say('Waiting, for the memory that stays.');
    await wait(idleAfter);
    const ended = await Promise.all(contenders.map(({ server }) => server.read()));
    const memory = contenders.map(({ what }, index): Memory => ({
      what: what === all.everyhand.what ? 'Everyhand' : what,
      startedBytes: started[index]?.rssBytes ?? 0,
      peakBytes: ended[index]?.peakBytes ?? 0,
      idleBytes: ended[index]?.rssBytes ?? 0,
    }));
    const report = [
      `${machineFacts(loadBefore)} ${settings.rounds} rounds of ${settings.seconds} seconds; medians, with the least and the most.`,
      speedTable(series),
      ratioTable(comparisons),
      memoryTable(memory),
      contenders.map(({ what, sizes }) => `- ${what}: ${sizes}`).join('\n'),
    ].join('\n\n');
    console.log(report);
    if (settings.write) await writeReport(report, 'measured');
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
