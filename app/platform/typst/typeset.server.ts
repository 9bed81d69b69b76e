import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { now } from '../clock/clock.server.ts';
import { programPath } from '../env/program.server.ts';

/** What a template reads: `json(bytes(sys.inputs.data))`. It comes in as text, so that no name is ever read as Typst. */
type Data = Record<string, unknown>;

/** Images that a template opens by name: `image("logo.png")`. */
type Images = Record<string, Uint8Array>;

/** Those whose letters a template may ask for. Fraunces has neither Greek nor Cyrillic: name Noto Serif after it. */
const fontFiles = [
  'fraunces/400Regular/Fraunces_400Regular',
  'fraunces/600SemiBold/Fraunces_600SemiBold',
  'inter/400Regular/Inter_400Regular',
  'inter/600SemiBold/Inter_600SemiBold',
  'noto-serif/400Regular/NotoSerif_400Regular',
  'noto-serif/600SemiBold/NotoSerif_600SemiBold',
];

/** A folder that is not there: a template finds what it is given, and no file of the machine. */
const nowhere = programPath('no-such-folder');

let compiler: NodeCompiler | undefined;

/** Made when the first sheet is asked for: it looks through the fonts of the machine, which takes a tenth of a second. */
function theCompiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  compiler ??= NodeCompiler.create({
    workspace: nowhere,
    fontArgs: [
      { fontBlobs: fontFiles.map((file) => readFileSync(resolve(`@expo-google-fonts/${file}.ttf`))) },
    ],
  });
  return compiler;
}

type Sheet = { template: string; data: Data; images?: Images };

/**
 * Makes one thing of a sheet, and forgets all that was remembered on the way: memory would grow with every one. Nothing
 * is awaited in between, so no two sheets ever see each other's images.
 */
function typeset<Made>(
  { template, data, images = {} }: Sheet,
  fallback: boolean,
  make: (typst: NodeCompiler, set: NodeTypstDocument) => Made,
): Made {
  const typst = theCompiler();
  for (const [name, bytes] of Object.entries(images))
    typst.mapShadow(`${nowhere}/${name}`, Buffer.from(bytes));
  try {
    const compiled = typst.compile({
      mainFileContent: `#set text(fallback: ${fallback})\n${template}`,
      inputs: { data: JSON.stringify(data) },
    });
    if (!compiled.result) {
      const faults = compiled.takeDiagnostics()?.shortDiagnostics;
      throw new Error(`A sheet could not be set: ${JSON.stringify(faults)}`);
    }
    return make(typst, compiled.result);
  } finally {
    typst.resetShadow();
    typst.evictCache(0);
  }
}

const lacksLetters = (error: unknown) => /could not be displayed/.test(String(error));

/**
 * From the best there is: our own fonts alone, by the standard that screen readers rely on. Where a text has letters
 * that our fonts lack, such as Arabic, the fonts of the machine are asked for those; where they lack them too, the
 * letters are missing, which the standard does not allow.
 */
const ways = [
  { fallback: false, pdf: { pdfStandard: 'ua-1' } },
  { fallback: true, pdf: { pdfStandard: 'ua-1' } },
  { fallback: true, pdf: {} },
];

/** A tagged PDF with all its fonts in it, in a few milliseconds. The template sets its title and its language. */
export function renderPdf(sheet: Sheet): Buffer {
  const creationTimestamp = Math.floor(now().getTime() / 1000);
  for (const { fallback, pdf } of ways) {
    try {
      return typeset(sheet, fallback, (typst, set) => typst.pdf(set, { ...pdf, creationTimestamp }));
    } catch (error) {
      if (!lacksLetters(error)) throw error;
    }
  }
  throw new Error('A sheet could not be set in any way.');
}

/** A sheet of one page; letters as outlines. */
export function renderSvg(sheet: Sheet): string {
  return typeset(sheet, true, (typst, set) => typst.plainSvg(set));
}

/** The same as a picture, so many pixels wide. */
export function renderPng(sheet: Sheet, width: number): Promise<Buffer> {
  return sharp(Buffer.from(renderSvg(sheet)))
    .resize({ width })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
}
