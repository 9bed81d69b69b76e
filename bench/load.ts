import autocannon from 'autocannon';
import type { Server } from './servers.ts';

export type Submission = { path: string; cookie: string; body: string };

export type Run = {
  perSecond: number;
  /** In milliseconds. */
  p50: number;
  p99: number;
  /** Of the server, for one request, in milliseconds. */
  cpuMs: number;
  lateP99: number;
};

type Options = Omit<Parameters<typeof autocannon>[0], 'url'>;

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

type Timing = { times: number[]; firstAt: number; lastAt: number };

function fire(options: Parameters<typeof autocannon>[0]): Promise<Timing> {
  return new Promise((resolve, reject) => {
    const timing: Timing = { times: [], firstAt: performance.now(), lastAt: 0 };
    const onEnd = (error: Error | null, result: { errors: number; statusCodeStats: object }) => {
      const bad = Object.keys(result?.statusCodeStats ?? {}).filter((code) => !/^[23]/.test(code));
      if (error) reject(error);
      else if (result.errors > 0) reject(new Error(`${result.errors} requests to ${options.url} failed.`));
      else if (bad.length > 0) reject(new Error(`${options.url} answered ${bad.join(', ')}.`));
      else if (timing.times.length === 0) reject(new Error(`${options.url} answered nothing.`));
      else resolve(timing);
    };
    // Times as they come in: autocannon's own histogram knows whole milliseconds only.
    autocannon(options, onEnd).on('response', (_client, _status, _bytes, ms: number) => {
      timing.times.push(ms);
      timing.lastAt = performance.now();
    });
  });
}

async function measure(server: Server, path: string, options: Options): Promise<Run> {
  const before = await server.read();
  const { times, firstAt, lastAt } = await fire({ ...options, url: server.url + path });
  const after = await server.read();
  server.mustRun();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    perSecond: times.length / ((lastAt - firstAt) / 1000),
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    cpuMs: (after.cpuMs - before.cpuMs) / times.length,
    lateP99: after.lateP99,
  };
}

/** Asks for one page over and over. */
export function getPage(
  server: Server,
  page: { path: string; cookie?: string },
  load: { connections: number } & ({ duration: number } | { amount: number }),
): Promise<Run> {
  const headers = { Accept: 'text/html', ...(page.cookie ? { Cookie: page.cookie } : {}) };
  return measure(server, page.path, { ...load, headers });
}

/** Submits each of these once. */
export async function submitAll(
  server: Server,
  submissions: Submission[],
  connections: number,
): Promise<Run> {
  const waiting = [...submissions];
  const setupRequest = (defaults: object) => {
    const next = waiting.pop();
    if (!next) throw new Error('There are fewer submissions than requests.');
    const { path, cookie, body } = next;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie };
    return { ...defaults, method: 'POST' as const, path, headers, body };
  };
  const { length: amount } = submissions;
  return measure(server, '/', { connections, amount, requests: [{ setupRequest }] });
}
