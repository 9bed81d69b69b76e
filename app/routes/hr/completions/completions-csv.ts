import type { LoaderFunctionArgs } from '@remix-run/node';
import { companyToday, readCompany } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import type { CompletionRow, CompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { streamCompletions } from '#app/domain/reporting/aside/stream-completions.work.server.ts';
import { readScores } from '#app/domain/reporting/score-reads.server.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import { csvStream } from '#app/platform/csv/csv-stream.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { requireRole } from '../../guards.server.ts';
import { completionRecord, completionsHeader, departmentPaths } from './completions-file.ts';

async function* records(filters: CompletionsFilters, showScores: boolean) {
  const paths = departmentPaths(await readDepartments(reader));
  for await (const rows of streamCompletions(filters)) {
    const scores = showScores ? await readScores(reader, rows) : null;
    yield rows.map((row: CompletionRow) => completionRecord(row, paths, scores));
  }
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr');
  const { search, searchParams } = new URL(args.request.url);
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="completions-${await companyToday(reader)}.csv"`,
  };
  if (args.request.method === 'HEAD') return new Response(null, { headers });
  await transact((tx) => keepAccess(tx, { personId: actor.id, resource: 'completions.csv', query: search }));
  const showScores = (await readCompany(reader))?.showScores ?? false;
  const batches = records(readCompletionsFilters(searchParams), showScores);
  return new Response(csvStream(completionsHeader(showScores), batches), { headers });
}
