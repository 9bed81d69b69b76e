import path from 'node:path';
import { stop } from 'esbuild';
import { bundleMDX } from 'mdx-bundler';
import remarkGfm from 'remark-gfm';
import { closedResolver } from './closed-resolver.ts';
import { queueOfOne } from './queue-of-one.ts';
import type { RawNode } from './raw-node.ts';
import { runBundle } from './run-bundle.server.ts';
import { syntaxFaultOf, type SyntaxFault } from './syntax-fault.ts';

type Job = {
  /** Without front matter: the lines of it are blank. */
  body: string;
  components: readonly string[];
  /** Sees the tree before anything else does; false ends the work. */
  inspect: (tree: unknown) => boolean;
};

export type Bundled =
  { ok: true; nodes: RawNode[] } | { refused: 'inspection' } | ({ refused: 'syntax' } & SyntaxFault);

const jsxLib = 'document-jsx';
const jsxRuntime = `${jsxLib}/jsx-runtime`;
const folder = path.join(process.cwd(), '__document__');
const inTurn = queueOfOne();

/** Compiles MDX and runs it once. */
export function bundleMdx(job: Job): Promise<Bundled> {
  return inTurn(() => bundle(job));
}

/** The bundler runs as a process of its own, which would stay for as long as ours; the next document starts it again. */
export function stopBundler(): Promise<void> {
  // In turn, too: a document whose bundler goes away is never done.
  return inTurn(stop);
}

async function bundle({ body, components, inspect }: Job): Promise<Bundled> {
  let shut = false;
  let bug: { error: unknown } | null = null;
  const inspection = () => (tree: unknown) => {
    try {
      shut = !inspect(tree);
    } catch (error) {
      bug = { error };
    }
    if (shut || bug) throw new Error('The inspection ended the work.');
  };
  try {
    const { code } = await bundleMDX({
      // A front matter that the caller left in place must not reach the bundler's own reader.
      source: body.startsWith('---') ? `\n${body}` : `${body}\n`,
      cwd: folder,
      grayMatterOptions: () => ({ engines: closedEngines, language: 'yaml' }),
      jsxConfig: {
        jsxLib: { varName: '_jsx_lib', package: jsxLib },
        jsxRuntime: { varName: '_jsx_runtime', package: jsxRuntime },
      },
      mdxOptions: (options) => ({
        ...options,
        format: 'mdx',
        tableCellAlignToStyle: false,
        remarkPlugins: [inspection, [remarkGfm, { singleTilde: false }]],
        rehypePlugins: [],
      }),
      esbuildOptions: (options) => ({
        ...options,
        logLevel: 'silent',
        tsconfigRaw: '{}',
        sourcemap: false,
        plugins: [closedResolver(jsxRuntime), ...(options.plugins ?? [])],
      }),
    });
    return { ok: true, nodes: runBundle(code, components) };
  } catch (error) {
    if (bug) throw (bug as { error: unknown }).error;
    return shut ? { refused: 'inspection' } : { refused: 'syntax', ...syntaxFaultOf(error) };
  }
}

function closedEngine(): never {
  throw new Error('No front matter is read here.');
}

const closedEngines = Object.fromEntries(
  ['yaml', 'json', 'js', 'javascript', 'coffee', 'coffeescript', 'cson', 'toml', 'ts'].map((name) => [
    name,
    { parse: closedEngine, stringify: closedEngine },
  ]),
);
