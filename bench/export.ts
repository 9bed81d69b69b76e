// The file of all completions of a very large company, against the bare rows in the same run, and what becomes of
// everybody else meanwhile. Reports, never judges.
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { bareExport, exportArgs } from './bare-lists.ts';
import type { Reading } from './meter.ts';
import { signIn } from './page.ts';
import { many, prepareManyPeople } from './prepare-data.ts';
import { machineFacts, median, percentile, table, writeReport } from './report.ts';
import { bundleFloors, samplePassword, startEveryhand } from './servers.ts';

type Settings = { rounds: number; write: boolean; anew: boolean };

/** Bytes, and how long it took, in milliseconds. */
async function download(url: string, path: string, cookie: string): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const answer = await fetch(url + path, { headers: { Cookie: cookie } });
  if (answer.status !== 200 || !answer.body) throw new Error(`${path} was answered with ${answer.status}.`);
  let bytes = 0;
  const body = answer.body.getReader();
  for (let piece = await body.read(); !piece.done; piece = await body.read()) bytes += piece.value.length;
  return { ms: performance.now() - started, bytes };
}

/** The same rows one after another, joined by commas as they are. */
async function streamBare(file: string): Promise<{ ms: number; bytes: number }> {
  const db = new Database(file, { readonly: true });
  const started = performance.now();
  let bytes = 0;
  let count = 0;
  for (const row of db
    .prepare(bareExport)
    .raw()
    .iterate(...exportArgs)) {
    bytes += Buffer.byteLength(`${(row as unknown[]).join(',')}\n`);
    count += 1;
    if (count % 5000 === 0) await new Promise((done) => setImmediate(done));
  }
  db.close();
  return { ms: performance.now() - started, bytes };
}

/** Another page, asked for over and over until `until` is done: how long each took. */
async function askMeanwhile(url: string, cookie: string, until: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const end = until.then(() => true as const);
  for (let over = false; !over; over = await Promise.race([end, wait(20, false)])) {
    const started = performance.now();
    const answer = await fetch(`${url}/learn`, { headers: { Cookie: cookie } });
    await answer.arrayBuffer();
    times.push(performance.now() - started);
  }
  return times;
}

const mega = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
const most = (all: number[]) =>
  `${percentile(all, 0.5).toFixed(0)} / ${percentile(all, 0.99).toFixed(0)} / ${Math.max(...all).toFixed(0)}`;
const late = ({ lateP99, lateMost }: Reading) => `${lateP99.toFixed(0)} / ${lateMost.toFixed(0)}`;

type Measured = { ratios: number[]; times: number[]; waits: number[]; peaks: number[]; reading?: Reading };

export async function measureExport(settings: Settings, say: (text: string) => void): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const folder = await prepareManyPeople(settings.anew);
  await bundleFloors();
  const server = await startEveryhand(folder);
  try {
    const chidi = await signIn(server.url, 'chidi@harbourandpine.example', samplePassword);
    const ada = await signIn(server.url, 'ada@harbourandpine.example', samplePassword);
    await askMeanwhile(server.url, ada, wait(2000));
    await server.begin();
    const calmWaits = await askMeanwhile(server.url, ada, wait(5000));
    const calm = await server.begin();
    // All people are read at the first look at any list; the file finds them there.
    await download(server.url, '/hr/completions', chidi);
    const kept = await server.begin();
    const rounds = Math.min(3, settings.rounds);
    const bareTimes: number[] = [];
    const measured: Record<'csv' | 'xlsx', Measured> = {
      csv: { ratios: [], times: [], waits: [], peaks: [] },
      xlsx: { ratios: [], times: [], waits: [], peaks: [] },
    };
    for (const kind of ['csv', 'xlsx'] as const) {
      const { ratios, times, waits, peaks } = measured[kind];
      // The workbook takes many times as long: once is enough of it.
      for (let round = 0; round < (kind === 'csv' ? rounds : 1); round += 1) {
        const bare = await streamBare(join(folder, 'everyhand/everyhand.db'));
        bareTimes.push(bare.ms);
        say(`bare: ${bare.ms.toFixed(0)} ms, ${mega(bare.bytes)} MB`);
        // What came before kept this process from noticing that the server had hung up.
        await wait(50);
        await server.begin();
        const coming = download(server.url, `/hr/completions.${kind}`, chidi);
        waits.push(...(await askMeanwhile(server.url, ada, coming)));
        const { ms, bytes } = await coming;
        const reading = await server.begin();
        measured[kind].reading = reading;
        peaks.push(reading.peakBytes);
        times.push(ms);
        ratios.push(ms / bare.ms);
        say(
          `${kind}: ${ms.toFixed(0)} ms, ${mega(bytes)} MB, at most ${mega(reading.peakBytes)} MB resident`,
        );
      }
    }
    const rows = (['csv', 'xlsx'] as const).map((kind) => {
      const { ratios, times, waits, peaks, reading } = measured[kind];
      const more = Math.max(...peaks) - calm.rssBytes;
      return [
        kind,
        (median(times) / 1000).toFixed(1),
        median(ratios).toFixed(2),
        mega(more),
        most(waits),
        reading ? late(reading) : '',
      ];
    });
    const report = [
      `${machineFacts(loadBefore)} ${many.people.toLocaleString('en')} people, six courses each. The bare rows took ${(median(bareTimes) / 1000).toFixed(1)} s.`,
      table(
        [
          '',
          'seconds',
          'file : bare rows',
          'MB above idle',
          'another page meanwhile, p50 / p99 / most ms',
          'timers late, p99 / most ms',
        ],
        rows,
      ),
      [
        `- Idle: ${mega(calm.rssBytes)} MB. ${mega(kept.rssBytes - calm.rssBytes)} MB of what is above are the thread and what is kept of all people from the first look at any list.`,
        `- Another page with nothing else to do: ${most(calmWaits)} ms; timers late ${late(calm)} ms.`,
      ].join('\n'),
    ].join('\n\n');
    console.log(report);
    if (settings.write) await writeReport(report, 'export');
  } finally {
    await server.stop();
  }
}
