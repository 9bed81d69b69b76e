import type { LoaderFunctionArgs } from '@remix-run/node';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound, requirePerson } from '../../guards.server.ts';
import { findPlan } from './find-plan.server.ts';
import { handoutSheet } from './handout-sheet.server.ts';

/** One sheet, on the paper of the reader's site, with the question to take along at its end. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const plan = await findPlan(actor, args.params.talk);
  const company = await readCompany(reader);
  if (!company) return notFound();
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${plan.slug}.pdf"`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  };
  if (args.request.method === 'HEAD') return new Response(null, { headers });
  const paper = await paperOf(reader, actor.id);
  const pdf = handoutSheet(plan, company, paper);
  return new Response(new Uint8Array(pdf), { headers: { ...headers, 'Content-Length': String(pdf.length) } });
}
