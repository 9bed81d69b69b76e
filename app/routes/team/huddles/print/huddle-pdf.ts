import type { LoaderFunctionArgs } from '@remix-run/node';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { readSheet } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { sheetAnswer } from '#app/platform/print/sheet-answer.server.ts';
import { notFound, requireHead } from '../../../guards.server.ts';
import { findOwnHuddle } from '../find-own-huddle.server.ts';
import { huddleSheet } from './huddle-sheet.server.ts';

/** The sheet to print: on half of the paper that the head's site uses, or twice on a whole one. */
export async function loader(args: LoaderFunctionArgs) {
  const head = await requireHead(args);
  const huddle = await findOwnHuddle(head, args.params.huddle);
  const company = await readCompany(reader);
  const sheet = await readSheet(reader, huddle.versionId, head);
  if (!sheet || !company) return notFound();
  const { origin, searchParams } = new URL(args.request.url);
  const two = searchParams.get('two');
  if (two !== null && two !== 'side-by-side') return notFound();
  const paper = await paperOf(reader, head.id);
  const twice = two !== null;
  return sheetAnswer(args.request, huddleSheet({ huddle, sheet, company, paper, twice, origin }), {
    name: `monday-${huddle.mondayOn}.pdf`,
    busy: m.huddle_print_busy(),
  });
}
