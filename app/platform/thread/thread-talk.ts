/** What is said to a thread. `at` is the asker's present moment, in milliseconds. */
export type Order =
  | { kind: 'ask'; call: number; task: string; input: unknown; at: number }
  | { kind: 'next'; call: number }
  | { kind: 'stop'; call: number };

/** An error on its way between threads, which would lose its class. */
export type ThreadFault = { message: string; plain: boolean; stack?: string };

export type Answer = { call: number; value: unknown; more: boolean } | { call: number; fault: ThreadFault };
