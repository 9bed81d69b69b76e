import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { csvChunks } from '#app/platform/csv/csv-chunks.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import type { XlsxCell } from '#app/platform/xlsx/xlsx-chunks.server.ts';
import { xlsxChunks } from '#app/platform/xlsx/xlsx-chunks.server.ts';
import { eachCompletions } from '../completions-report-reads.server.ts';
import { readScores } from '../score-reads.server.ts';
import type { CompletionsColumn, CompletionsFileWanted } from './completions-file.ts';
import {
  columnWidths,
  completionRecord,
  completionsColumns,
  dateColumns,
  departmentPaths,
} from './completions-file.ts';

type Record = (string | number | null)[];

async function* records(db: Reader, wanted: CompletionsFileWanted): AsyncGenerator<Record[], void> {
  const { filters, showScores, words } = wanted;
  const paths = departmentPaths(await readDepartments(db, filters.on || undefined));
  for await (const rows of eachCompletions(db, filters)) {
    const scores = showScores ? await readScores(db, rows, filters.on) : null;
    yield rows.map((row) => completionRecord(row, paths, words, scores && scores(row)));
  }
}

async function* withDates(
  batches: AsyncGenerator<Record[], void>,
  columns: CompletionsColumn[],
): AsyncGenerator<XlsxCell[][], void> {
  const places = dateColumns.map((column) => columns.indexOf(column));
  for await (const rows of batches) {
    yield rows.map((row) =>
      row.map((cell, place) => {
        if (cell === '') return null;
        return cell !== null && places.includes(place) ? new Date(`${cell}T00:00:00Z`) : cell;
      }),
    );
  }
}

/** Every row of the filter as the bytes of a file, piece by piece. */
export function completionsFile(db: Reader, wanted: CompletionsFileWanted): AsyncGenerator<Uint8Array, void> {
  const { kind, showScores, words } = wanted;
  const columns: CompletionsColumn[] = [...completionsColumns, ...(showScores ? (['score'] as const) : [])];
  const rows = records(db, wanted);
  if (kind === 'csv') {
    return csvChunks(
      columns.map((column) => words.header[column]),
      rows,
    );
  }
  const sheet = columns.map((column) => ({
    header: words.header[column],
    width: columnWidths[column],
    isDate: dateColumns.includes(column),
  }));
  return xlsxChunks(words.sheet, sheet, withDates(rows, columns));
}
