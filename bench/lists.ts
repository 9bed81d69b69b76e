// Every list of a very large company over HTTP, against the same as bare SQL in the same run. Reports, never judges.
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { CompletionsAsked } from './bare-lists.ts';
import {
  bareAnswers,
  bareAudit,
  bareCompletions,
  bareDepartments,
  barePeople,
  timeBare,
} from './bare-lists.ts';
import { signIn } from './page.ts';
import { many, prepareManyPeople } from './prepare-data.ts';
import { machineFacts, median, percentile, table, writeReport } from './report.ts';
import { bundleFloors, samplePassword, startEveryhand } from './servers.ts';

type Settings = { rounds: number; write: boolean; anew: boolean };
type Say = (text: string) => void;
type List = { what: string; who: 'chidi' | 'farah'; path: string; bare: Parameters<typeof timeBare>[1] };

const completions = (what: string, query: string, asked: CompletionsAsked): List => ({
  what: `completions${what && `, ${what}`}`,
  who: 'chidi',
  path: `/hr/completions${query && `?${query}`}`,
  bare: bareCompletions(asked),
});

const deep = 4000;
const offset = (deep - 1) * 50;
const past = '2025-09-01';
/** In milliseconds: once is enough of that. */
const slow = 1000;

const lists: List[] = [
  completions('', '', {}),
  completions('by department', 'sort=department', { order: 'department' }),
  completions('by course', 'sort=course', { order: 'course' }),
  completions('by state', 'sort=state', { order: 'state' }),
  completions('by day', 'sort=completed', { order: 'completed' }),
  completions('by name, turned', 'direction=desc', { way: 'DESC' }),
  completions('a deep page', `page=${deep}`, { offset }),
  completions('by day, a deep page', `sort=completed&page=${deep}`, { order: 'completed', offset }),
  completions('one state', 'state=started', { state: 1 }),
  completions('one course and state', 'course=bench-3&state=completed', { state: 2 }),
  completions('one department', 'department=BENCHDEPARTMENT17', { department: 'BENCHDEPARTMENT17' }),
  completions('a name looked for', 'q=kowalska', { words: 'kowalska' }),
  completions('another day', `on=${past}`, { on: past }),
  completions('another day, by day, deep', `on=${past}&sort=completed&page=${deep}`, {
    on: past,
    order: 'completed',
    offset,
  }),
  { what: 'people', who: 'chidi', path: '/hr/people', bare: barePeople(null, '', 0) },
  {
    what: 'people, a deep page',
    who: 'chidi',
    path: '/hr/people?page=1800',
    bare: barePeople(null, '', 89_950),
  },
  {
    what: 'people, looked for',
    who: 'chidi',
    path: '/hr/people?q=okafor',
    bare: barePeople(null, 'okafor', 0),
  },
  { what: 'people, another day', who: 'chidi', path: `/hr/people?on=${past}`, bare: barePeople(past, '', 0) },
  { what: 'departments', who: 'chidi', path: '/hr/departments', bare: bareDepartments },
  { what: 'overview', who: 'chidi', path: '/hr', bare: bareCompletions({}).slice(0, 1) },
  { what: 'a course', who: 'chidi', path: '/hr/courses/bench-3', bare: bareCompletions({}).slice(0, 1) },
  { what: 'a course with 100,000 tries', who: 'chidi', path: '/hr/courses/TRIED', bare: bareAnswers },
  { what: 'audit trail', who: 'farah', path: '/admin/audit', bare: bareAudit('1') },
  {
    what: 'audit trail, one kind',
    who: 'farah',
    path: '/admin/audit?event=person.added',
    bare: bareAudit(`e."name" = 'person.added'`),
  },
  {
    what: 'audit trail, some days',
    who: 'farah',
    path: '/admin/audit?from=2025-03-01&to=2025-03-03',
    bare: bareAudit(`e."at" >= '2025-03-01' AND e."at" < '2025-03-04'`),
  },
];

/** The days of other days are asked for anew each round: the first look at one is what people see. */
function varied(path: string, round: number): string {
  return path.replace(past, new Date(Date.parse(past) + round * 86_400_000).toISOString().slice(0, 10));
}

async function timeOf(url: string, path: string, cookie: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url + path, {
    headers: { Cookie: cookie, Accept: 'text/html' },
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`);
  return performance.now() - started;
}

type Db = InstanceType<typeof Database>;

/** The course of the module that everybody has tried: `prepare-lists.ts` takes the first that has questions. */
function triedCourse(db: Db): string {
  const slug = db.prepare(
    `SELECT d."slug" FROM "Attempt" a JOIN "Document" d ON d."id" = a."documentId" WHERE a."id" LIKE '0BENCH%' LIMIT 1`,
  );
  return (slug.pluck().get() as string).split('/')[0]!;
}

/** Somebody begins a module: what is kept of them is read anew at the next look. */
function writer(db: Db): (round: number) => void {
  const [person, module] = [
    db.prepare(`SELECT id FROM "Person" WHERE id LIKE '0BENCH%' ORDER BY id LIMIT 1 OFFSET ?`).pluck(),
    db.prepare(`SELECT documentId, id FROM "Version" WHERE id = 'BENCHVERSIONbench-0/m0'`).get() as {
      documentId: string;
      id: string;
    },
  ];
  const insert = db.prepare(
    `INSERT INTO "Reading" (id, personId, documentId, versionId, part, partsRead, beganAt, movedAt)
     VALUES (?, ?, ?, ?, 'one', '', ?, ?)`,
  );
  return (round) => {
    const at = '2026-10-01T09:00:00.000+00:00';
    insert.run(`0W${Date.now()}${round}`, person.get(round * 97), module.documentId, module.id, at, at);
  };
}

export async function measureLists(settings: Settings, say: Say): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  say('Preparing a company of a hundred thousand people; the first time this takes minutes.');
  const folder = await prepareManyPeople(settings.anew);
  await bundleFloors();
  const server = await startEveryhand(folder);
  const db = new Database(join(folder, 'everyhand/everyhand.db'), { timeout: 5000 });
  try {
    const cookies = {
      chidi: await signIn(server.url, 'chidi@harbourandpine.example', samplePassword),
      farah: await signIn(server.url, 'farah@harbourandpine.example', samplePassword),
    };
    const cold = await timeOf(server.url, '/hr/completions', cookies.chidi);
    say(`The first page after the start: ${cold.toFixed(0)} ms.`);
    const write = writer(db);
    const tried = triedCourse(db);
    const rows: string[][] = [];
    for (const { what, who, path, bare } of [
      ...lists,
      { ...lists[0]!, what: 'completions, after a write' },
      { ...lists[14]!, what: 'people, after a write' },
    ]) {
      const isWrite = what.endsWith('after a write');
      // The statements before kept this process from noticing that the server had hung up.
      await wait(50);
      const times: number[] = [];
      for (let round = 0; round < 3 + settings.rounds * 4; round += 1) {
        if (isWrite) write(round);
        const time = await timeOf(server.url, varied(path, round).replace('TRIED', tried), cookies[who]);
        if (round >= 3) times.push(time);
      }
      const bareTimes = [timeBare(db, bare)];
      while (bareTimes.length < settings.rounds && bareTimes[0]! < slow) bareTimes.push(timeBare(db, bare));
      const [middle, most] = [median(times), percentile(times, 0.95)];
      const floor = median(bareTimes);
      const ratio = middle / floor;
      rows.push([what, middle.toFixed(0), most.toFixed(0), floor.toFixed(0), ratio.toFixed(2)]);
      say(rows.at(-1)!.join('  '));
    }
    const report = [
      `${machineFacts(loadBefore)} ${many.people.toLocaleString('en')} people, ${many.completions.toLocaleString('en')} completions, six courses for everyone. The first page after the start, when all is read: ${(cold / 1000).toFixed(1)} s.`,
      table(['', 'p50 ms', 'p95 ms', 'bare SQL, ms', 'page : SQL'], rows),
    ].join('\n\n');
    console.log(report);
    if (settings.write) await writeReport(report, 'lists');
  } finally {
    db.close();
    await server.stop();
  }
}
