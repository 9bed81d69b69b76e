import { writeXlsxStream } from 'hucre/xlsx';

/** A text stays a text, whatever it begins with; a date is midnight UTC of its day. */
export type XlsxCell = string | number | Date | null;

export type XlsxColumn = { header: string; width: number; isDate?: boolean };

/** What goes over at a time; the writer itself gives a few bytes. */
const pieceSize = 64 * 1024;

async function* rowsOf(batches: AsyncGenerator<XlsxCell[][], void>): AsyncGenerator<XlsxCell[], void> {
  for await (const records of batches) yield* records;
}

/** A workbook of one sheet, made as its rows come: its memory does not grow with them. The header stays in view. */
export async function* xlsxChunks(
  name: string,
  columns: XlsxColumn[],
  batches: AsyncGenerator<XlsxCell[][], void>,
): AsyncGenerator<Uint8Array, void> {
  const stream = writeXlsxStream(rowsOf(batches), {
    name,
    freezePane: { rows: 1 },
    columns: columns.map(({ header, width, isDate }) => ({
      header,
      width,
      ...(isDate && { numFmt: 'yyyy-mm-dd' }),
    })),
  });
  const reader = stream.getReader();
  let pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      pieces.push(value);
      size += value.byteLength;
      if (size < pieceSize) continue;
      yield Uint8Array.from(Buffer.concat(pieces));
      pieces = [];
      size = 0;
    }
    yield Uint8Array.from(Buffer.concat(pieces));
  } finally {
    // Whoever leaves half way leaves the rows, too.
    await reader.cancel();
  }
}
