import type { LoaderFunctionArgs } from '@remix-run/node';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { hasRole } from '#app/domain/actor/actor.ts';
import { readCertificateCode } from '#app/domain/learning/certificates/certificate-code.ts';
import type { CertificateOnADay } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { findCertificate } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { notFound, requireRole } from '../../guards.server.ts';

/** The certificate in the address, and who may do something about it; 404 where there is none. */
export async function requireCertificate(
  args: LoaderFunctionArgs,
): Promise<{ actor: PersonActor; certificate: CertificateOnADay }> {
  const actor = await requireRole(args, 'hr', 'admin');
  const code = readCertificateCode(args.params.code ?? '');
  const certificate = code && (await findCertificate(reader, code));
  return certificate ? { actor, certificate } : notFound();
}

/** Which one it is, for a page that asks whether to go on. */
export function whichOne(certificate: CertificateOnADay, actor: PersonActor, request: Request) {
  const { code, holderName, courseTitle, completedOn } = certificate;
  const locale = readerLocale(request.headers.get('Accept-Language'), actor.language);
  return {
    // The list of who completed what is HR's alone.
    crumbs: hasRole(actor, 'hr')
      ? [
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/certificates', label: m.certificates_hr_title() },
        ]
      : [{ to: '/hr', label: m.hr_title() }],
    back: hasRole(actor, 'hr') ? '/hr/certificates' : '/hr',
    facts: [
      {
        what: m.certificates_column_holder(),
        is: holderName ?? m.certificates_page_name_removed(),
      },
      { what: m.certificates_column_course(), is: courseTitle },
      { what: m.certificates_page_completed(), is: formatDay(completedOn, locale) },
      { what: m.certificates_column_code(), is: code },
    ],
  };
}
