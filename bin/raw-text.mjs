import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Vite's `./letter.typ?raw`, the text of a file, for esbuild. */
export const rawText = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, async ({ path, ...from }) => {
      const bare = path.slice(0, -'?raw'.length);
      if (bare.startsWith('.')) return { path: resolve(from.resolveDir, bare), namespace: 'raw-text' };
      const { path: found, errors } = await build.resolve(bare, {
        kind: from.kind,
        importer: from.importer,
        resolveDir: from.resolveDir,
      });
      return errors.length > 0 ? { errors } : { path: found, namespace: 'raw-text' };
    });
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
      watchFiles: [path],
    }));
  },
};
