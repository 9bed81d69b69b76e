import { functionOf } from '#app/domain/learning/cases/case.ts';
import type { FoundCase } from '#app/domain/learning/cases/select-cases.ts';
import { snippetOf } from '#app/domain/publishing/text/snippet.ts';
import type { CaseNames } from './names.server.ts';

/** What it is about: where the words looked for stand, else what to remember of it. */
export function showCase({ case: one, terms }: FoundCase, names: CaseNames, language: string) {
  const { situation, said, lesson } = one.text;
  const snippet = [lesson, situation, said].map((text) => snippetOf(text, terms)).find((found) => found);
  return {
    id: one.id,
    title: one.title,
    language: one.language === language ? undefined : one.language,
    line: snippet ?? [{ text: lesson, found: false }],
    function: names.functionOf(functionOf(one)),
    standard: names.standardOf(one.standard)?.name ?? null,
  };
}

export type ShownCase = ReturnType<typeof showCase>;
