import { redirect } from '@remix-run/node';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { streamCompletionsFile } from '#app/domain/reporting/aside/stream-completions-file.work.server.ts';
import type { CompletionsFileKind } from '#app/domain/reporting/files/completions-file.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { byteStream } from '#app/platform/http/byte-stream.ts';
import { askedFilters } from './asked-filters.server.ts';
import { fileWords } from './file-words.ts';

const mediaTypes: Record<CompletionsFileKind, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The rows that the page of the same address shows, all of them; written down before anybody has them. */
export async function sendCompletions(
  request: Request,
  actor: PersonActor,
  kind: CompletionsFileKind,
): Promise<Response> {
  const { search } = new URL(request.url);
  const { filters, today, future } = await askedFilters(request);
  // The page says what is wrong with the day.
  if (future) throw redirect(`/hr/completions${search}`);
  const headers = {
    'Content-Type': mediaTypes[kind],
    'Content-Disposition': `attachment; filename="completions-${filters.on || today}.${kind}"`,
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const resource = `completions.${kind}`;
  await transact((tx) => keepAccess(tx, { personId: actor.id, resource, query: search }));
  const showScores = (await readCompany(reader))?.showScores ?? false;
  const file = streamCompletionsFile({ kind, filters, showScores, words: fileWords() });
  return new Response(byteStream(file), { headers });
}
