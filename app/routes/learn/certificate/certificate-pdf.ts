import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { hasRole } from '#app/domain/actor/actor.ts';
import { readCertificateCode } from '#app/domain/learning/certificates/certificate-code.ts';
import { findCertificate } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { notFound, requirePerson } from '../../guards.server.ts';
import { certificateSheet } from './certificate-sheet.server.ts';

/** For its holder and for HR. One that was revoked is no longer its holder's to hand on; HR keeps it as a record. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const code = readCertificateCode(args.params.code ?? '');
  const certificate = code && (await findCertificate(reader, code));
  const company = await readCompany(reader);
  if (!certificate || !company) return notFound();
  const { personId, state } = certificate;
  const isHolder = personId === actor.id;
  const isHr = hasRole(actor, 'hr');
  if (!isHolder && !isHr) return notFound();
  if (state === 'revoked' && !isHr) throw redirect(`/certificates/${certificate.code}`);
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="certificate-${certificate.code}.pdf"`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  };
  if (args.request.method === 'HEAD') return new Response(null, { headers });
  if (!isHolder) {
    const access = { personId: actor.id, resource: 'certificate.pdf', query: `?code=${certificate.code}` };
    await transact((tx) => keepAccess(tx, access));
  }
  const paper = await paperOf(reader, personId);
  // Under APP_URL where there is one, else under the address that whoever takes it uses themselves.
  const origin = company.publicCertificates ? new URL(args.request.url).origin : null;
  const pdf = await certificateSheet({ certificate, company, paper, origin });
  return new Response(new Uint8Array(pdf), {
    headers: { ...headers, 'Content-Length': String(pdf.length) },
  });
}
