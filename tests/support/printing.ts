import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { configurePrintCache } from '#app/platform/print/print-cache.server.ts';
import { bundleThreads } from './threads.ts';

let threads: Promise<{ folder: string }> | undefined;

/** The thread that prints, and a folder that keeps what was printed: the same poster is made once for a whole file. */
export async function openPrinting(folder: string): Promise<void> {
  configurePrintCache(join(folder, 'prints'));
  threads ??= bundleThreads();
  const bundled = await threads;
  process.once('exit', () => rmSync(bundled.folder, { recursive: true, force: true }));
}
