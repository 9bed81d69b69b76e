import { PDFDocument } from '@cantoo/pdf-lib';

const pointsTo = (millimetres: number) => (millimetres / 25.4) * 72;

/** Millimetres: how far the cut lies inside the page, and how far colour runs beyond the cut. */
export type PrintMarks = { cut: number; bleed: number };

/** Writes into each page where it is cut and how far its colour runs: what a print shop's programs look for. */
export async function withPageBoxes(pdf: Uint8Array, { cut, bleed }: PrintMarks): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  for (const page of document.getPages()) {
    const { width, height } = page.getMediaBox();
    const inset = (by: number) =>
      [pointsTo(by), pointsTo(by), width - 2 * pointsTo(by), height - 2 * pointsTo(by)] as const;
    page.setCropBox(0, 0, width, height);
    page.setBleedBox(...inset(cut - bleed));
    page.setTrimBox(...inset(cut));
    page.setArtBox(...inset(cut));
  }
  return document.save({ updateFieldAppearances: false, useObjectStreams: false });
}
