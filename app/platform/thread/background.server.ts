import { now } from '../clock/clock.server.ts';
import { log } from '../log/log.server.ts';

export type Background = {
  /** Since when it runs; null while it does not. */
  since: Date | null;
  /** Whether the last run came to nothing for a reason that nobody foresaw. */
  failed: boolean;
};

const states = new Map<string, Background & { run: Promise<void> | null }>();

export function backgroundOf(name: string): Background {
  const { since, failed } = states.get(name) ?? { since: null, failed: false };
  return { since, failed };
}

/** Starts work that nobody waits for, unless it runs already; says whether it was started. */
export function startInBackground(name: string, work: () => Promise<void>): boolean {
  if (states.get(name)?.since) return false;
  const end = (failed: boolean) => states.set(name, { since: null, failed, run: null });
  const run = work().then(
    () => void end(false),
    (error: unknown) => {
      log.error({ work: name, err: error }, 'work in the background failed');
      end(true);
    },
  );
  states.set(name, { since: now(), failed: false, run });
  return true;
}

/** Comes back when nothing runs any more. */
export async function backgroundSettled(): Promise<void> {
  await Promise.all([...states.values()].map(({ run }) => run));
}
