import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Run } from './load.ts';

const file = join(process.cwd(), 'docs/performance.md');

/** The runs of one workload at one number of connections, one a round. */
export type Series = { what: string; connections: number; runs: Run[] };

/** One workload held against another: `runs[n]` against `against[n]`, which ran in the same round. */
export type Comparison = { what: string; of: Series; against: Series };

export type Memory = { what: string; startedBytes: number; peakBytes: number; idleBytes: number };

type Digits = 0 | 1 | 2;

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const above = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? above : ((sorted[middle - 1] ?? 0) + above) / 2;
}

function spread(values: number[], digits: Digits): string {
  const show = (value: number) => value.toFixed(digits);
  return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

export function speedTable(series: Series[]): string {
  const head = ['', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms/request', 'timers late, p99 ms'];
  const rows = series.map(({ what, connections, runs }) => {
    const column = (pick: (run: Run) => number, digits: Digits) => spread(runs.map(pick), digits);
    return [
      what,
      String(connections),
      column((run) => run.perSecond, 0),
      column((run) => run.p50, 1),
      column((run) => run.p99, 1),
      column((run) => run.cpuMs, 2),
      column((run) => run.lateP99, 1),
    ];
  });
  return table(head, rows);
}

export function ratioTable(comparisons: Comparison[]): string {
  const rows = comparisons.map(({ what, of, against }) => {
    const ratios = (pick: (run: Run) => number) =>
      of.runs.map((run, round) => pick(run) / pick(against.runs[round] ?? run));
    return [
      what,
      String(of.connections),
      spread(
        ratios((run) => run.cpuMs),
        2,
      ),
      spread(
        ratios((run) => 1 / run.perSecond),
        2,
      ),
      spread(
        ratios((run) => run.p99),
        2,
      ),
    ];
  });
  return table(['', 'connections', 'CPU', 'time a request', 'p99'], rows);
}

export function memoryTable(servers: Memory[]): string {
  const mega = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
  const rows = servers.map(({ what, startedBytes, peakBytes, idleBytes }) => [
    what,
    mega(startedBytes),
    mega(peakBytes),
    mega(idleBytes),
  ]);
  return table(['resident, MB', 'started', 'peak', 'idle'], rows);
}

export function machineFacts(loadBefore: number): string {
  const [first] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${date}, Node ${process.version}, ${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GB. Load before the run: ${loadBefore.toFixed(1)}.`;
}

/** Puts it between its markers of docs/performance.md. */
export async function writeReport(
  report: string,
  part: 'measured' | 'soak' | 'lists' | 'export' | 'posters' | 'mails',
): Promise<void> {
  const markers = { begin: `<!-- ${part}: begin -->`, end: `<!-- ${part}: end -->` };
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(markers.begin);
  const after = rest?.split(markers.end)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has lost its markers.`);
  const whole = `${before}${markers.begin}\n\n${report}\n\n${markers.end}${after}`;
  const config = await resolveConfig(file);
  writeFileSync(file, await format(whole, { ...config, parser: 'markdown' }));
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
