import type { Sheet } from '#app/platform/typst/typeset.server.ts';
import { renderPdf, renderPng, renderSvg } from '#app/platform/typst/typeset.server.ts';
import { issueFacts, makeColumns } from '#app/ui/print/issue/make-issue.server.ts';
import type { PosterOptions } from '#app/ui/print/poster/make-poster.server.ts';
import { fitPoster, makePoster } from '#app/ui/print/poster/make-poster.server.ts';
import type { PosterWords } from '#app/ui/print/poster/poster-words.ts';

/** What the printing thread can be asked: posters, and any other sheet with the template that it brings along. */
export const printingTasks = {
  poster: ({ words, options }: { words: PosterWords; options: PosterOptions }) => makePoster(words, options),
  fit: ({ words }: { words: PosterWords }) => fitPoster(words),
  columns: async (sheet: Sheet) => makeColumns(sheet),
  'issue-facts': async (sheets: { columns: Sheet; wall: Sheet }) => issueFacts(sheets),
  pdf: async (sheet: Sheet) => renderPdf(sheet),
  svg: async (sheet: Sheet) => renderSvg(sheet),
  png: ({ sheet, width }: { sheet: Sheet; width: number }) => renderPng(sheet, width),
};
