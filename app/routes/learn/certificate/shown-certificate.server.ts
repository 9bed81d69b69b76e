import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { CertificateOnADay } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import type { Company } from '#app/domain/people/company.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';

/** All that others may know: it is picked by name, so that nothing else comes along. */
export function showPublic(certificate: CertificateOnADay, locale: string) {
  const { code, holderName, courseTitle, completedOn, state } = certificate;
  return { code, holder: holderName, course: courseTitle, completed: formatDay(completedOn, locale), state };
}

export type PublicCertificate = ReturnType<typeof showPublic>;

type ForHolder = { certificate: CertificateOnADay; actor: PersonActor; company: Company; locale: string };

/** What its holder and HR see besides. Why one was revoked is HR's to read. */
export function showToHolder({ certificate, actor, company, locale }: ForHolder) {
  const { modules, personId, revoked, validUntil } = certificate;
  const languages = new Intl.DisplayNames([company.language], { type: 'language' });
  const isHolder = actor.id === personId;
  const isHr = actor.roles.includes('hr');
  return {
    isHolder,
    mayDownload: isHr || !revoked,
    isOpen: company.publicCertificates,
    until: validUntil && formatDay(validUntil, locale),
    revokedOn: revoked && formatDay(dateIn(company.timeZone, revoked.at), locale),
    reason: isHr ? (revoked?.reason ?? null) : null,
    modules: modules.map(({ title, edition, language, completedOn }) => ({
      title,
      language,
      edition: m.certificates_page_read_on({
        edition: m.certificates_page_edition({
          number: edition,
          language: languages.of(language) ?? language,
        }),
        date: formatDay(completedOn, locale),
      }),
    })),
  };
}

export type HoldersCertificate = ReturnType<typeof showToHolder>;
