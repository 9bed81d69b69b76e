import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Node = { role?: string; alt?: string; lang?: string; children?: Node[] };

export type PdfFacts = {
  pages: number;
  title: string;
  language: string | null;
  tagged: boolean;
  /** Width and height of the first page, in points. */
  size: [number, number];
  text: string;
  /** Roles of the tags, in the order of reading. */
  roles: string[];
  alternatives: string[];
};

const rolesOf = (node: Node): string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(rolesOf),
];
const alternativesOf = (node: Node): string[] => [
  ...(node.alt ? [node.alt] : []),
  ...(node.children ?? []).flatMap(alternativesOf),
];

/** What a program that reads a PDF aloud, or looks something up in it, would find. */
export async function pdfFacts(pdf: Uint8Array): Promise<PdfFacts> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const metadata = await document.getMetadata();
  const info = metadata.info as { Title?: string; Language?: string | null };
  const first = await document.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  const tree = (await first.getStructTree()) as Node;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')));
  }
  const facts = {
    pages: document.numPages,
    title: info.Title ?? '',
    language: info.Language ?? null,
    tagged: (await document.getMarkInfo())?.Marked ?? false,
    size: [Math.round(width), Math.round(height)] as [number, number],
    // Where a long word may break stands a sign without width.
    text: texts
      .join('')
      .replace(/\u200b/g, '')
      .replace(/\s+/g, ' '),
    roles: rolesOf(tree),
    alternatives: alternativesOf(tree),
  };
  await document.destroy();
  return facts;
}

/** Fonts that are named, and those of them whose letters lie in the file. */
export function fontsOf(pdf: Uint8Array): { named: string[]; embedded: number } {
  const raw = Buffer.from(pdf).toString('latin1');
  const named = [...raw.matchAll(/\/FontName\s*\/([^\s/<>[\]()]+)/g)].map(([, name = '']) => name);
  return { named, embedded: [...raw.matchAll(/\/FontFile[23]?\s+\d+ \d+ R/g)].length };
}
