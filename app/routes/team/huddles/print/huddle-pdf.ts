import type { LoaderFunctionArgs } from '@remix-run/node';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { readSheet } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound, requireHead } from '../../../guards.server.ts';
import { findOwnHuddle } from '../find-own-huddle.server.ts';
import { huddleSheet } from './huddle-sheet.server.ts';

/** The sheet to print, on half of the paper that the head's site uses. */
export async function loader(args: LoaderFunctionArgs) {
  const head = await requireHead(args);
  const huddle = await findOwnHuddle(head, args.params.huddle);
  const company = await readCompany(reader);
  const sheet = await readSheet(reader, huddle.versionId, head);
  if (!sheet || !company) return notFound();
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="monday-${huddle.mondayOn}.pdf"`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  };
  if (args.request.method === 'HEAD') return new Response(null, { headers });
  const paper = await paperOf(reader, head.id);
  const { origin } = new URL(args.request.url);
  const pdf = huddleSheet({ huddle, sheet, company, paper, origin });
  return new Response(new Uint8Array(pdf), {
    headers: { ...headers, 'Content-Length': String(pdf.length) },
  });
}
