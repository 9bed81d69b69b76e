#!/usr/bin/env node
// For where everything was built before and the sources are not at hand, as in a container or under systemd:
// `run-built.mjs start [--sample]` serves, anything else is a command for operators.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { saveMemory } from './memory.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

process.env.NODE_ENV = 'production';
process.env.INIT_CWD ??= process.cwd();
process.setSourceMapsEnabled(true);

async function importBuilt(name) {
  return import(pathToFileURL(join(ROOT, 'build', name)).href);
}

const [command, ...args] = process.argv.slice(2);
if (command === 'start') {
  saveMemory();
  const server = await importBuilt('main.js');
  await server.main({ sample: args.includes('--sample') });
} else {
  const { main } = await importBuilt('cli.js');
  process.exitCode = await main(command === undefined ? [] : [command, ...args]);
}
