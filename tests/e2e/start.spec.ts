import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { madeFolder } from '../support/e2e-company.ts';
import type { Program } from '../support/e2e-server.ts';
import { makeFolder, run } from '../support/e2e-server.ts';

type Start = (settings?: Record<string, string>, ...flags: string[]) => Program;

const test = base.extend<{ dataFolder: string; start: Start }>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- the pattern says which fixtures it needs: none
  dataFolder: async ({}, use) => {
    const folder = makeFolder();
    await use(join(folder.path, 'data'));
    folder.remove();
  },
  start: async ({ dataFolder }, use) => {
    const programs: Program[] = [];
    await use((settings = {}, ...flags) => {
      const program = run(['bin/everyhand.mjs', 'start', ...flags], {
        PORT: '0',
        DATA_DIR: dataFolder,
        ...settings,
      });
      programs.push(program);
      return program;
    });
    for (const program of programs) program.signal('SIGTERM');
    await Promise.all(programs.map(({ exitCode }) => exitCode));
  },
});

const sentences = (program: Program) =>
  program
    .printed()
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('{'));

test.describe('npm start', { tag: '@desktop' }, () => {
  test('prints the link that sets it up, stops at Ctrl-C and starts again', async ({ start }) => {
    const first = start();
    const [, link = ''] = await first.line(/works once\): (\S+)/);
    const answer = await fetch(link);
    expect(answer.status).toBe(200);
    first.signal('SIGINT');
    expect(await first.exitCode).toBe(0);

    const second = start();
    const [, newLink = ''] = await second.line(/works once\): (\S+)/);
    expect(new URL(newLink).search).not.toBe(new URL(link).search);
    second.signal('SIGINT');
    expect(await second.exitCode).toBe(0);
  });

  test('says in one sentence that the port is taken', async ({ start }) => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const program = start({ PORT: String(port) });
    expect(await program.exitCode).toBe(1);
    holder.close();
    expect(sentences(program)).toEqual([
      expect.stringContaining(`Port ${port} is in use by another program.`),
    ]);
  });

  test('says in one sentence that another one runs on the same data', async ({ start }) => {
    const first = start();
    await first.line(/works once/);
    const second = start();
    expect(await second.exitCode).toBe(1);
    expect(sentences(second)).toEqual([expect.stringContaining('Another Everyhand already runs')]);
  });

  test('with --sample prints who can sign in, and with what', async ({ start }) => {
    const program = start({ DATA_DIR: madeFolder('sample'), SAMPLE_PASSWORD: 'rowan-and-oak-3' }, '--sample');
    await program.line(/is open at/);
    expect(program.printed()).toContain('rowan-and-oak-3');
    for (const name of ['ada', 'ben', 'chidi', 'dana', 'eli', 'farah', 'zed']) {
      expect(program.printed()).toContain(`${name}@harbourandpine.example`);
    }
  });
});
