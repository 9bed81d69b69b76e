import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { rawText } from '../../bin/raw-text.mjs';

/** A program of a test in one file, so that it starts in a moment; the packages it needs stay where they are. */
export async function bundle(entry: string): Promise<{ file: string; remove: () => void }> {
  const folder = join('node_modules', '.cache', `tests-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, basename(entry).replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    // A style sheet is a file for browsers; the server only ever names it.
    plugins: [
      rawText as Plugin,
      {
        name: 'styles-by-name',
        setup: (hooks) => {
          hooks.onResolve({ filter: /\.css\?url$/ }, ({ path }) => ({ path, namespace: 'style' }));
          hooks.onLoad({ filter: /.*/, namespace: 'style' }, () => ({
            contents: `export default '/theme.css'`,
          }));
        },
      },
    ],
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
