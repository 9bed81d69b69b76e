/* oxlint-disable unicorn/require-post-message-target-origin -- windows have origins, threads have none */
import { parentPort } from 'node:worker_threads';
import { underClock } from '../clock/clock.server.ts';
import { isPlainError } from '../operator/plain-error.ts';
import type { Answer, Order, ThreadFault } from './thread-talk.ts';

type Task = (input: never) => Promise<unknown> | AsyncGenerator<unknown, void>;

/** What a thread can be asked, by name. */
export type Tasks = Record<string, Task>;

function faultOf(error: unknown): ThreadFault {
  if (!(error instanceof Error)) return { message: String(error), plain: false };
  return { message: error.message, plain: isPlainError(error), stack: error.stack };
}

const isStream = (result: object): result is AsyncGenerator<unknown, void> => Symbol.asyncIterator in result;

type Stream = { at: number; pieces: AsyncGenerator<unknown, void> };

/** Bytes that fill their memory are handed over with it, and not copied. */
function handedOver(answer: Answer): ArrayBuffer[] {
  const value = 'value' in answer ? answer.value : null;
  if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) return [];
  return value.byteLength === value.buffer.byteLength ? [value.buffer] : [];
}

/** Answers whoever started this thread. Several questions may be open; what answers in pieces waits to be asked for each. */
export function serveThread(tasks: Tasks): void {
  const streams = new Map<number, Stream>();

  async function nextPiece(call: number, { at, pieces }: Stream): Promise<Answer> {
    const { value, done } = await underClock(new Date(at), () => pieces.next());
    if (done) streams.delete(call);
    return { call, value, more: !done };
  }

  async function answerTo(order: Order): Promise<Answer | null> {
    const { call } = order;
    if (order.kind === 'next') {
      const stream = streams.get(call);
      return stream ? nextPiece(call, stream) : { call, value: undefined, more: false };
    }
    if (order.kind === 'stop') {
      await streams.get(call)?.pieces.return();
      streams.delete(call);
      return null;
    }
    const task = Object.hasOwn(tasks, order.task) ? tasks[order.task] : undefined;
    if (!task) throw new Error(`This thread knows no ${order.task}.`);
    // Its days and dates are those of whoever asked.
    const result = underClock(new Date(order.at), () => task(order.input as never));
    if (isStream(result)) {
      const stream = { at: order.at, pieces: result };
      streams.set(call, stream);
      return nextPiece(call, stream);
    }
    return { call, value: await result, more: false };
  }

  parentPort!.on('message', (order: Order) => {
    answerTo(order).then(
      (answer) => answer && parentPort!.postMessage(answer, handedOver(answer)),
      (error: unknown) => parentPort!.postMessage({ call: order.call, fault: faultOf(error) }),
    );
  });
}
