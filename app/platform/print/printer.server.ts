import { askThread } from '../thread/thread.server.ts';

/** One page is set while another is drawn; a third would only wait for the same processor. */
const atOnce = 2;
/** A gallery of thumbnails on a cold morning, for two or three readers: done within ten seconds or so. */
const mostWaiting = 120;
/** Hundreds of times what a sheet takes: what has not come by then does not come, and keeps the others waiting. */
const longest = 60_000;

let busy = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (busy >= atOnce) await new Promise<void>((next) => waiting.push(next));
  else busy += 1;
}

function done(): void {
  const next = waiting.shift();
  if (next) next();
  else busy -= 1;
}

export type Busy = { refused: 'busy' };

/** Asks the printing thread, in the order of asking. Too many at once are turned away rather than kept waiting. */
export async function askPrinter<Result>(task: string, input: unknown): Promise<Result | Busy> {
  if (waiting.length >= mostWaiting) return { refused: 'busy' };
  await turn();
  try {
    return await askThread<Result>('printing', task, input, { within: longest });
  } finally {
    done();
  }
}
