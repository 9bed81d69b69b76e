import { companyToday } from '#app/domain/people/company-reads.server.ts';
import type { CompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { reader } from '#app/platform/db/database.server.ts';

export type Asked = {
  filters: CompletionsFilters;
  today: string;
  /** The day that was asked for, where it is still to come; the filters then ask for today. */
  future: string | null;
};

/** What the address asks for. Today is the same as no day. */
export async function askedFilters(request: Request): Promise<Asked> {
  const filters = readCompletionsFilters(new URL(request.url).searchParams);
  const today = await companyToday(reader);
  const on = filters.on < today ? filters.on : '';
  return { filters: { ...filters, on }, today, future: filters.on > today ? filters.on : null };
}
