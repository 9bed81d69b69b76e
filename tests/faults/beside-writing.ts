import { workOnce } from '#app/jobs/worker.server.ts';
import { runInThread, setThreadFolder } from '#app/platform/thread/thread.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { queue, sendOnce, settingsFor } from '../support/outbox.ts';
import { orderFor } from '../support/safekeeping.ts';

/** What goes on beside the writing in the process that is killed: begun anew each time it is done, until the end. */
export type Beside = {
  name: string;
  /** Between two times, in milliseconds. */
  pause: number;
  run: (folder: string) => Promise<unknown>;
};

/** Where the server makes them: in a thread, beside everything else. */
async function backUp(folder: string): Promise<void> {
  setThreadFolder(process.env.EVERYHAND_TEST_THREADS ?? null);
  await runInThread('safekeeping', 'backUp', orderFor(folder));
}

async function sendMail(): Promise<void> {
  const { id } = await reader.person.findFirstOrThrow({ select: { id: true } });
  await queue(id, 'sign-in-changed', crypto.randomUUID());
  await sendOnce(settingsFor(process.env.EVERYHAND_TEST_SMTP ?? null));
}

/**
 * Everything here is in the middle of its work at some of the kills. What must hold of it afterwards stands in
 * `kill.test.ts`, after the rounds.
 */
export const beside: Beside[] = [
  { name: 'the worker', pause: 5, run: () => workOnce() },
  { name: 'a backup', pause: 100, run: backUp },
  { name: 'mail', pause: 5, run: sendMail },
];
