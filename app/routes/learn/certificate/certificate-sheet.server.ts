import type { CertificateOnADay } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import type { Company } from '#app/domain/people/company.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { qrCode } from '#app/platform/qr/qr-code.server.ts';
import { renderPdf } from '#app/platform/typst/typeset.server.ts';
import template from '#app/ui/print/certificate.typ?raw';

const saffron = '#f2b84b';

/** Without the quiet border that readers need: white paper is around it anyway. */
function qrDrawing(address: string): string {
  const { size, path } = qrCode(address);
  const border = 4;
  const inner = size - 2 * border;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${border} ${border} ${inner} ${inner}"><path d="${path}"/></svg>`;
}

export type SheetWanted = {
  certificate: CertificateOnADay;
  company: Company;
  paper: 'a4' | 'letter';
  /** `https://everyhand.example.com`; null where nobody else may look the certificate up. */
  origin: string | null;
};

/** The certificate as a PDF: the same for whoever asks for it. One that expired or was revoked says so. */
export async function certificateSheet({
  certificate,
  company,
  paper,
  origin,
}: SheetWanted): Promise<Buffer> {
  const { code, holderName, courseTitle, completedOn, validUntil, state, revoked } = certificate;
  const { language } = company;
  // Who prints on letter paper writes dates as Americans do.
  const locale = language === 'en' && paper === 'a4' ? 'en-GB' : language;
  const day = (date: string) => formatDay(date, locale);
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  const logo = company.logo && (await readStoredFile(company.logo));
  const ending = state === 'expired' ? m.certificates_sheet_expired() : m.certificates_page_until();
  const page = origin && `${origin}/certificates/${code}`;
  const name = holderName ?? m.certificates_page_name_removed();
  return renderPdf({
    template,
    images: logo ? { 'logo.png': logo } : {},
    data: {
      title: m.certificates_sheet_title({ course: courseTitle, name }),
      lang: language,
      paper,
      accent: company.accent ?? saffron,
      logo: logo ? 'logo.png' : null,
      company: certificate.companyName,
      holder: holderName,
      course: courseTitle,
      courseLang: certificate.courseLanguage,
      code,
      address: page && page.replace(/^https?:\/\//, ''),
      qr: page && qrDrawing(page),
      revoked: revoked && m.certificates_sheet_revoked({ date: day(dateIn(company.timeZone, revoked.at)) }),
      dates: [
        [m.certificates_page_completed(), day(completedOn)],
        ...(validUntil ? [[ending, day(validUntil)]] : []),
      ],
      modules: certificate.modules.map(({ title, edition, language: lang, completedOn: readOn }) => ({
        title,
        lang,
        edition: m.certificates_page_read_on({
          edition: m.certificates_page_edition({ number: edition, language: languages.of(lang) ?? lang }),
          date: day(readOn),
        }),
      })),
      words: {
        kind: m.certificates_sheet_kind(),
        'no-name': m.certificates_page_name_removed(),
        'has-completed': m.certificates_sheet_has_completed(),
        covered: m.certificates_page_covered(),
        overleaf: m.certificates_sheet_overleaf(),
        code: m.certificates_sheet_code(),
        check: m.certificates_sheet_check(),
        qr: m.certificates_sheet_qr(),
      },
    },
  });
}
