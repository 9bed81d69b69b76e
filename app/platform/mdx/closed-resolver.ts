import type { Plugin } from 'esbuild';

/** Placed first, so that nothing but the document itself and the JSX runtime can be brought in. */
export function closedResolver(jsxRuntime: string): Plugin {
  return {
    name: 'closed-resolver',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        const allowed = kind === 'entry-point' || (kind === 'import-statement' && path === jsxRuntime);
        return allowed ? undefined : { errors: [{ text: `A document may bring nothing in: ${path}` }] };
      });
    },
  };
}
