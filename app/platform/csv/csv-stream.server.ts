import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/** A sheet skips what it does not show, and takes for a formula what comes after it. */
const hiddenFormula = /^[\p{White_Space}\p{Cf}\p{Cc}]+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

function csvText(records: CsvCell[][], bom: boolean): string {
  return stringify(records, {
    bom,
    escape_formulas: true,
    cast: { string: (text) => (hiddenFormula.test(text) ? `'${text}` : text) },
  });
}

/**
 * The records as a file for a spreadsheet, sent batch by batch as it is read. No cell can run as a formula.
 * An error on the way breaks the download off, so that half a file is not taken for a whole one.
 */
export function csvStream(
  header: string[],
  batches: AsyncGenerator<CsvCell[][], void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(csvText([header], true)));
    },
    async pull(controller) {
      const next = await batches.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(csvText(next.value, false)));
    },
    async cancel() {
      await batches.return();
    },
  });
}
