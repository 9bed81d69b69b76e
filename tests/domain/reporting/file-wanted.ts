import { readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import type {
  CompletionsFileKind,
  CompletionsFileWanted,
} from '#app/domain/reporting/files/completions-file.ts';
import { fileWords } from '#app/routes/hr/completions/file-words.ts';

export function fileWanted(kind: CompletionsFileKind, query = ''): CompletionsFileWanted {
  const filters = readCompletionsFilters(new URLSearchParams(query));
  return { kind, filters, showScores: false, words: fileWords() };
}
