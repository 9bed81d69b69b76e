import { renderPdf, toldBySheet, type Sheet } from '#app/platform/typst/typeset.server.ts';

/** With so many points left free at the end of the last page. */
const sparing = (sheet: Sheet, spare: number): Sheet => ({ ...sheet, data: { ...sheet.data, spare } });

const pagesOf = (sheet: Sheet, spare = 0) => Number(toldBySheet('pages', sparing(sheet, spare))[0] ?? 1);

/** The most that may stay free at the end before it takes another page: so both columns end at one height. */
export function makeColumns(sheet: Sheet): Buffer {
  const pages = pagesOf(sheet);
  let [fits, over] = [0, 600];
  while (over - fits > 12) {
    const middle = (fits + over) / 2;
    if (pagesOf(sheet, middle) === pages) fits = middle;
    else over = middle;
  }
  return renderPdf(sparing(sheet, fits));
}

export type SheetMisfit = {
  /** The opening is that of the first story. */
  part: 'title' | 'lead' | 'opening';
  /** Letters to lose. */
  over: number;
};

export type SheetFacts = {
  /** Of the sheet in two columns. */
  pages: number;
  /** On the wall: of how many stories the beginning is shown, and how many are named only. */
  begun: number;
  named: number;
  /** Why the wall's sheet cannot be one page. */
  misfits: SheetMisfit[];
};

/** As JSON. */
export function issueFacts({ columns, wall }: { columns: Sheet; wall: Sheet }): Buffer {
  const [told] = toldBySheet('wall', wall) as { begun: number; named: number }[];
  const misfits = toldBySheet('misfit', wall) as { what: SheetMisfit['part']; over: number }[];
  const facts: SheetFacts = {
    pages: pagesOf(columns),
    begun: told?.begun ?? 0,
    named: told?.named ?? 0,
    misfits: misfits.map(({ what, over }) => ({ part: what, over })),
  };
  return Buffer.from(JSON.stringify(facts));
}
