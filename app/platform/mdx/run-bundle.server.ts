import vm from 'node:vm';
import type { RawNode } from './raw-node.ts';

/**
 * The runtime is written inside the context, and a string comes out: no object of ours goes in, so there
 * is nothing there to climb back to `process` by. There is no `require`, and no code from strings.
 */
const runtime = `
'use strict';
const flat = (value) =>
  Array.isArray(value) ? value.flatMap(flat) : value == null || typeof value === 'boolean' ? [] : [value];
const jsx = (type, { children, ...props }) => {
  if (typeof type === 'function') return type({ children, ...props });
  return type === '' ? flat(children) : { name: String(type), props, children: flat(children) };
};
const _jsx_runtime = { jsx, jsxs: jsx, Fragment: '' };
const _jsx_lib = {};
`;

export function runBundle(code: string, components: readonly string[]): RawNode[] {
  const markers = JSON.stringify(Object.fromEntries(components.map((name) => [name, name])));
  const script = `${runtime}
    const bundled = (() => { ${code} })();
    JSON.stringify(flat(bundled.default({ components: ${markers} })));`;
  const context = vm.createContext(Object.create(null) as object, {
    codeGeneration: { strings: false, wasm: false },
  });
  const printed: unknown = vm.runInContext(script, context, { timeout: 2000, filename: 'document' });
  if (typeof printed !== 'string') throw new Error('A document gave no nodes.');
  return JSON.parse(printed) as RawNode[];
}
