import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { now } from '../clock/clock.server.ts';
import { programPath } from '../env/program.server.ts';
import { ourFonts } from './fonts.server.ts';

/** What a template reads: `json(bytes(sys.inputs.data))`. It comes in as text, so that no name is ever read as Typst. */
type Data = Record<string, unknown>;

/** Images that a template opens by name: `image("logo.png")`. */
type Images = Record<string, Uint8Array>;

/** Text of what a template imports by name: `#import "base.typ": *`. */
type Parts = Record<string, string>;

/** A folder that is not there: a template finds what it is given, and no file of the machine. */
const nowhere = programPath('no-such-folder');

let compiler: NodeCompiler | undefined;

/** Made when the first sheet is asked for: it looks through the fonts of the machine, which takes a tenth of a second. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: ourFonts() }] });
  return compiler;
}

/** `ours`: of no letters but those of our own fonts, so that it looks the same wherever it is set. */
export type Sheet = { template: string; data: Data; images?: Images; parts?: Parts; ours?: boolean };

/**
 * Makes one thing of a sheet, and forgets all that was remembered on the way: memory would grow with every one. Nothing
 * is awaited in between, so no two sheets ever see each other's images.
 */
function typeset<Made>(
  { template, data, images = {}, parts = {} }: Sheet,
  fallback: boolean,
  make: (typst: NodeCompiler, set: NodeTypstDocument) => Made,
): Made {
  const typst = theCompiler();
  for (const [name, content] of Object.entries({ ...images, ...parts }))
    typst.mapShadow(
      `${nowhere}/${name}`,
      typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
    );
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

type NodePdf = NonNullable<Parameters<NodeCompiler['pdf']>[1]>;

const lacksLetters = (error: unknown) => /could not be displayed/.test(String(error));

/**
 * From the best there is: our own fonts alone, by the standard that screen readers rely on. Where a text has letters
 * that our fonts lack, such as Chinese, the fonts of the machine are asked for those; where they lack them too, the
 * letters are missing, which the standard does not allow.
 */
const ways = [
  { fallback: false, pdf: { pdfStandard: 'ua-1' } },
  { fallback: true, pdf: { pdfStandard: 'ua-1' } },
  { fallback: true, pdf: {} },
];

const waysOf = ({ ours }: Sheet) => ways.map((way) => ({ ...way, fallback: way.fallback && !ours }));

/** Sets a sheet in the best of these ways, which is nearly always the first. */
function inBestWay<Made>(
  sheet: Sheet,
  make: (typst: NodeCompiler, set: NodeTypstDocument, pdf: NodePdf) => Made,
): Made {
  const creationTimestamp = Math.floor(now().getTime() / 1000);
  for (const { fallback, pdf } of waysOf(sheet)) {
    try {
      return typeset(sheet, fallback, (typst, set) => make(typst, set, { ...pdf, creationTimestamp }));
    } catch (error) {
      if (!lacksLetters(error)) throw error;
    }
  }
  throw new Error('A sheet could not be set in any way.');
}

/** A tagged PDF with all its fonts in it, in a few milliseconds. The template sets its title and its language. */
export function renderPdf(sheet: Sheet): Buffer {
  return inBestWay(sheet, (typst, set, pdf) => typst.pdf(set, pdf));
}

/** A sheet of one page; letters as outlines. */
export function renderSvg(sheet: Sheet): string {
  return typeset(sheet, !sheet.ours, (typst, set) => typst.plainSvg(set));
}

export type Checked<Made> = { made: Made; told: null } | { made: null; told: unknown[] };

function unlessTold<Made>(
  typst: NodeCompiler,
  set: NodeTypstDocument,
  label: string,
  make: () => Made,
): Checked<Made> {
  const told = typst.query(set, { selector: `<${label}>`, field: 'value' }) as unknown[];
  return told.length > 0 ? { made: null, told } : { made: make(), told: null };
}

/** The same for sheets that look at what they were given: nothing is made where one says `#metadata(…) <label>`. */
export function renderPdfUnless(label: string, sheet: Sheet): Checked<Buffer> {
  return inBestWay(sheet, (typst, set, pdf) => unlessTold(typst, set, label, () => typst.pdf(set, pdf)));
}

export function renderSvgUnless(label: string, sheet: Sheet): Checked<string> {
  return typeset(sheet, !sheet.ours, (typst, set) =>
    unlessTold(typst, set, label, () => typst.plainSvg(set)),
  );
}

/** What a sheet says by that label, without making anything of it. */
export function toldBySheet(label: string, sheet: Sheet): unknown[] {
  return typeset(
    sheet,
    !sheet.ours,
    (typst, set) => typst.query(set, { selector: `<${label}>`, field: 'value' }) as unknown[],
  );
}

/** A drawing as a picture: of so many pixels, each of them drawn once. */
export function pictureOf(svg: string, width: number, height?: number): Promise<Buffer> {
  const [, across = '1', down = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const tall = height ?? Math.round((width * Number(down)) / Number(across));
  const sized = svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const others = attributes.replace(/ (width|height|preserveAspectRatio)="[^"]*"/g, '');
    return `<svg${others} width="${width}" height="${tall}" preserveAspectRatio="none">`;
  });
  return sharp(Buffer.from(sized), { unlimited: true })
    .resize(width, tall, { fit: 'fill' })
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 5 })
    .toBuffer();
}

/** The same as a picture, so many pixels wide. */
export function renderPng(sheet: Sheet, width: number): Promise<Buffer> {
  return pictureOf(renderSvg(sheet), width);
}
