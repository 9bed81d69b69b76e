import v8 from 'node:v8';

/**
 * Left alone, the engine lets memory grow several times over what is alive before it looks for what is not, and
 * compiles WebAssembly twice. One process beside a database has better uses for 200 MB.
 */
const memoryFlags = ['--heap-growing-percent=30', '--wasm-lazy-compilation', '--liftoff-only'];

/** Has to come before the server is loaded: code that is compiled stays as it is. */
export function saveMemory() {
  for (const flag of memoryFlags) v8.setFlagsFromString(flag);
}
