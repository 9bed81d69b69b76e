import type { LoaderFunctionArgs } from '@remix-run/node';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { sheetAnswer } from '#app/platform/print/sheet-answer.server.ts';
import { notFound, requirePerson } from '../../guards.server.ts';
import { findPlan } from './find-plan.server.ts';
import { handoutSheet } from './handout-sheet.server.ts';

/** One sheet, on the paper of the reader's site, with the question to take along at its end. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const plan = await findPlan(actor, args.params.talk);
  const company = await readCompany(reader);
  if (!company) return notFound();
  const paper = await paperOf(reader, actor.id);
  return sheetAnswer(args.request, handoutSheet(plan, company, paper), {
    name: `${plan.slug}.pdf`,
    busy: m.talk_handout_busy(),
  });
}
