import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configurePrintCache } from '#app/platform/print/print-cache.server.ts';
import { askPrinter } from '#app/platform/print/printer.server.ts';
import { sheetFile } from '#app/platform/print/sheet-file.server.ts';
import { closeThreads, setThreadFolder } from '#app/platform/thread/thread.server.ts';
import base from '#app/ui/print/base.typ?raw';
import { posterFile, posterFits, posterKey } from '#app/ui/print/poster/poster-file.server.ts';
import { pdfFacts } from '../../support/pdf-facts.ts';
import { posterOf } from '../../support/poster-words.ts';
import { bundleThreads } from '../../support/threads.ts';

const folder = mkdtempSync(join(tmpdir(), 'everyhand-printing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the printing thread, as it is built', () => {
  let threads: Awaited<ReturnType<typeof bundleThreads>>;
  beforeAll(async () => {
    threads = await bundleThreads();
    configurePrintCache(join(folder, 'prints'));
  });
  afterAll(async () => {
    await threads.remove();
    configurePrintCache(null);
  });
  const words = posterOf('big-words', 'usual');

  test('makes a poster, which is kept', async () => {
    const options = { size: 'a4', way: 'upright', as: 'pdf' } as const;
    const first = await posterFile(words, options);
    if ('refused' in first) throw new Error(first.refused);
    expect(first).toMatchObject({
      key: posterKey(words, options),
      extension: 'pdf',
      mediaType: 'application/pdf',
    });
    expect(await pdfFacts(first.bytes)).toMatchObject({ title: words.title, tagged: true });
    // Nobody is there to make it again.
    setThreadFolder(join(folder, 'nowhere'));
    await closeThreads();
    const second = await posterFile(words, options);
    setThreadFolder(threads.folder);
    expect(second).toEqual(first);
    expect(readdirSync(join(folder, 'prints'))).toEqual([`${first.key}.pdf`]);
  });

  test('each size, way and kind has a key of its own; a screen has no ways', () => {
    const key = (
      size: 'a4' | 'a3' | 'screen-wide',
      way: 'upright' | 'across',
      as: 'pdf' | 'print-shop' | 'png',
    ) => posterKey(words, { size, way, as });
    const keys = [
      key('a4', 'upright', 'pdf'),
      key('a4', 'across', 'pdf'),
      key('a3', 'upright', 'pdf'),
      key('a4', 'upright', 'print-shop'),
      key('screen-wide', 'upright', 'png'),
      posterKey({ ...words, palette: 'ink' }, { size: 'a4', way: 'upright', as: 'pdf' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key('screen-wide', 'upright', 'png')).toBe(key('screen-wide', 'across', 'png'));
  });

  test('says what does not fit, and keeps nothing of it', async () => {
    const long = { ...words, headlines: [{ text: 'We ring you before you have to. '.repeat(30) }] };
    expect(await posterFits(words)).toEqual({ ok: true });
    expect(await posterFits(long)).toMatchObject({ refused: 'headline-too-long', over: expect.any(Number) });
    const file = await posterFile(long, { size: 'a4', way: 'upright', as: 'png' });
    expect(file).toMatchObject({ refused: 'headline-too-long' });
  });

  test('sets any other sheet that brings its template along', async () => {
    const template = `#import "base.typ": *
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title)
#show: in-language.with("pl")
#heading(level: 1, set-text(d.title, 24pt))
#good-panel("Dobrze", [Tak.])`;
    const sheet = { template, parts: { 'base.typ': base }, data: { title: 'Pięć minut' } };
    const made = await sheetFile(sheet);
    if ('refused' in made) throw new Error(made.refused);
    expect(await pdfFacts(made.bytes)).toMatchObject({ title: 'Pięć minut', language: 'pl', tagged: true });
    expect(await sheetFile(sheet)).toEqual(made);
  });
});

test('too many at once are turned away, in no other order than that of asking', async () => {
  const source = `import { parentPort } from 'node:worker_threads';
let open = 0, most = 0;
parentPort.on('message', ({ call, input }) => {
  most = Math.max(most, ++open);
  setTimeout(() => { open--; parentPort.postMessage({ call, value: { input, most }, more: false }); }, 1);
});`;
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'printing.js'), source);
  setThreadFolder(folder);
  const answers = await Promise.all(
    Array.from({ length: 130 }, (_, input) => askPrinter<{ input: number; most: number }>('poster', input)),
  );
  await closeThreads();
  setThreadFolder(null);
  const busy = answers.filter((answer) => 'refused' in answer);
  expect(busy).toHaveLength(130 - 122);
  expect(answers.slice(0, 122).map((answer) => ('input' in answer ? answer.input : null))).toEqual(
    Array.from({ length: 122 }, (_, input) => input),
  );
  expect(Math.max(...answers.map((answer) => ('most' in answer ? answer.most : 0)))).toBe(2);
});
