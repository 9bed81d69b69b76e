import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rawText } from '../../bin/raw-text.mjs';
import { closeThreads, setThreadFolder } from '#app/platform/thread/thread.server.ts';

/** The threads as the build would have them, in a folder beside the packages they need. */
export async function bundleThreads(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = join(process.cwd(), 'node_modules', '.cache', `threads-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // Otherwise what lies in node_modules counts as of the old kind.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: readdirSync('app/threads').map((name) => join('app/threads', name)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [rawText],
  });
  setThreadFolder(folder);
  return {
    folder,
    remove: async () => {
      await closeThreads();
      setThreadFolder(null);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
