import { percentile, table } from './report.ts';
import type { Answered } from './visitor.ts';

export type Sample = { minute: number; rssBytes: number; walBytes: number; lateP99: number };

const mega = 1024 * 1024;

/** In megabytes a minute, by least squares. */
function slope(samples: Sample[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, level] = [
    mean(samples.map(({ minute }) => minute)),
    mean(samples.map(({ rssBytes }) => rssBytes)),
  ];
  const over = samples.reduce((sum, { minute, rssBytes }) => sum + (minute - middle) * (rssBytes - level), 0);
  const under = samples.reduce((sum, { minute }) => sum + (minute - middle) ** 2, 0);
  return over / under / mega;
}

/** 409 says that a try is over, which is so for whoever is slower than themselves; 422 that one is completed. */
const expected = (status: number) => (status >= 200 && status < 400) || status === 409 || status === 422;

function timesTable(answers: Answered[]): string {
  const kinds = [...new Set(answers.map(({ kind }) => kind))].toSorted();
  const rows = [
    ...kinds.map((kind) => [kind, answers.filter((one) => one.kind === kind)] as const),
    ['all', answers] as const,
  ];
  return table(
    ['', 'requests', 'p50 ms', 'p95 ms', 'p99 ms', 'most ms'],
    rows.map(([kind, some]) => {
      const times = some.map(({ ms }) => ms);
      const shares = [0.5, 0.95, 0.99, 1].map((share) => percentile(times, share).toFixed(0));
      return [kind, String(some.length), ...shares];
    }),
  );
}

/** What came of it. The first fifth is warming up, and counts for times and faults but not for what grows. */
export function soakReport(answers: Answered[], samples: Sample[], minutes: number): string {
  const faults = answers.filter(({ status }) => status >= 500 || status === 0).length;
  const others = answers.filter(({ status }) => !expected(status)).length - faults;
  const warm = samples.filter(({ minute }) => minute >= minutes / 5);
  const rss = samples.map(({ rssBytes }) => rssBytes / mega);
  const late = samples.map(({ lateP99 }) => lateP99);
  const lines = [
    `Faults of the server or of the line: ${faults}. Other answers that nobody should get: ${others}.`,
    `Write-ahead log at most: ${(Math.max(...samples.map(({ walBytes }) => walBytes)) / mega).toFixed(1)} MB.`,
    `Resident: ${rss[0]?.toFixed(0)} MB after five seconds, ${Math.max(...rss).toFixed(0)} MB at most, ${rss.at(-1)?.toFixed(0)} MB at the end; ${slope(warm).toFixed(2)} MB a minute once warm.`,
    `Timers late, p99 of every five seconds: ${percentile(late, 0.5).toFixed(1)} ms as a rule, ${Math.max(...late).toFixed(1)} ms at worst.`,
  ];
  return [timesTable(answers), lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
}
