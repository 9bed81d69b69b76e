/* oxlint-disable unicorn/require-post-message-target-origin -- windows have origins, threads have none */
import { Worker } from 'node:worker_threads';
import { now } from '../clock/clock.server.ts';
import { programPath } from '../env/program.server.ts';
import { PlainError } from '../operator/plain-error.ts';
import type { Answer, Order, ThreadFault } from './thread-talk.ts';

type Piece = { value: unknown; more: boolean };
type Waiting = { resolve: (piece: Piece) => void; reject: (error: Error) => void };
type Thread = {
  say: (order: Order) => Promise<Piece>;
  /** Says what is not answered. */
  tell: (order: Order) => void;
  /** Whoever waits for an answer is told at once: what is in the middle of foreign code ends later, or never. */
  end: (why?: string) => Promise<void>;
};

/** Enough for a report of a hundred thousand people, too little to take the machine down. What is new is soon old. */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 16 };
const warmFor = 30 * 60_000;

let folder: string | null = null;
let calls = 0;
const running = new Set<Thread>();
const warm = new Map<string, Thread>();
const queues = new Map<string, Promise<unknown>>();

/** Where the bundled threads lie, if it is not where the build puts them. */
export function setThreadFolder(path: string | null): void {
  folder = path;
}

function errorFrom({ message, plain, stack }: ThreadFault): Error {
  const error = plain ? new PlainError(message) : new Error(message);
  if (stack) error.stack = stack;
  return error;
}

/** `ended` is called when the thread has ended, or has had nothing to do for as long as `idleFor`. */
function startThread(name: string, idleFor: number | null, ended: () => void): Thread {
  // With no flags of the process's own: some of them are not meant for a file.
  const worker = new Worker(`${folder ?? programPath('build/threads')}/${name}.js`, {
    resourceLimits,
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let idle: NodeJS.Timeout | undefined;
  let over: Error | null = null;
  const fail = (error: Error) => {
    over ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    running.delete(thread);
    clearTimeout(idle);
    ended();
  };
  const rest = () => {
    // A thread with nothing to do keeps no process alive.
    worker.unref();
    if (idleFor !== null) idle = setTimeout(() => void thread.end(), idleFor).unref();
  };
  worker.on('message', (answer: Answer) => {
    const one = waiting.get(answer.call);
    waiting.delete(answer.call);
    if (waiting.size === 0) rest();
    if ('fault' in answer) one?.reject(errorFrom(answer.fault));
    else one?.resolve({ value: answer.value, more: answer.more });
  });
  worker.on('error', (error) => fail(error));
  const stopped = `The thread ${name} was stopped before it was done.`;
  worker.on('exit', () => fail(new Error(stopped)));
  const thread: Thread = {
    say: (order) =>
      new Promise((resolve, reject) => {
        // Nobody would answer.
        if (over) return reject(over);
        clearTimeout(idle);
        worker.ref();
        waiting.set(order.call, { resolve, reject });
        worker.postMessage(order);
      }),
    tell: (order) => worker.postMessage(order),
    end: async (why = stopped) => {
      fail(new Error(why));
      await worker.terminate();
    },
  };
  running.add(thread);
  return thread;
}

function warmThread(name: string): Thread {
  const known = warm.get(name);
  if (known) return known;
  const thread: Thread = startThread(name, warmFor, () => {
    if (warm.get(name) === thread) warm.delete(name);
  });
  warm.set(name, thread);
  return thread;
}

function orderOf(task: string, input: unknown): Order & { kind: 'ask' } {
  calls += 1;
  return { kind: 'ask', call: calls, task, input, at: now().getTime() };
}

/**
 * Asks a thread that stays for a while, for the next who asks; it answers several at the same time. One that is silent for
 * longer than `within`, in milliseconds, is ended with all that it was asked, and the next who asks has a new one.
 */
export async function askThread<Result>(
  name: string,
  task: string,
  input: unknown,
  { within }: { within?: number } = {},
): Promise<Result> {
  const thread = warmThread(name);
  const tooLong = () => void thread.end(`The thread ${name} took too long over ${task}, and was stopped.`);
  const limit = within === undefined ? undefined : setTimeout(tooLong, within);
  try {
    return (await thread.say(orderOf(task, input))).value as Result;
  } finally {
    clearTimeout(limit);
  }
}

/**
 * The same for what comes in pieces. While one is made use of the thread makes the next, and no more: they neither wait
 * for each other nor pile up.
 */
export async function* streamFromThread<Result>(
  name: string,
  task: string,
  input: unknown,
): AsyncGenerator<Result, void> {
  const thread = warmThread(name);
  const order = orderOf(task, input);
  const { call } = order;
  let coming = thread.say(order);
  let more = true;
  try {
    for (;;) {
      const piece = await coming;
      more = piece.more;
      if (!more) return;
      coming = thread.say({ kind: 'next', call });
      // It may fail while nobody waits for it yet; whoever comes for it hears of it.
      coming.catch(() => undefined);
      yield piece.value as Result;
    }
  } finally {
    if (more) thread.tell({ kind: 'stop', call });
  }
}

/** Runs long work in a thread of its own, which ends with it. One at a time of each name; the others wait. */
export function runInThread<Result>(name: string, task: string, input: unknown): Promise<Result> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(async () => {
    const thread = startThread(name, null, () => undefined);
    try {
      return (await thread.say(orderOf(task, input))).value as Result;
    } finally {
      await thread.end();
    }
  });
  queues.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}

/** Ends all threads, whatever they do: what they make counts only once it is whole. */
export async function closeThreads(): Promise<void> {
  await Promise.all([...running].map((thread) => thread.end()));
}
