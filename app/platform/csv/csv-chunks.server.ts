export type CsvCell = string | number | null;

/**
 * What a sheet would take for a formula: one of its signs at the beginning, or after what the sheet skips because it
 * shows nothing.
 */
const formula = /^[\p{White_Space}\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u;
const special = /[",\n\r]/;

function field(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Records as lines of fields parted by commas. No field can run as a formula. */
export function csvText(records: CsvCell[][]): string {
  let text = '';
  for (const record of records) {
    for (let place = 0; place < record.length; place += 1) {
      if (place > 0) text += ',';
      text += field(record[place]!);
    }
    text += '\n';
  }
  return text;
}

/** The records as a file for a spreadsheet, a piece for each batch. */
export async function* csvChunks(
  header: string[],
  batches: AsyncGenerator<CsvCell[][], void>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${csvText([header])}`);
  for await (const records of batches) yield encoder.encode(csvText(records));
}
