import * as m from '#app/messages/generated/messages.js';
import type { HoldersCertificate } from './shown-certificate.server.ts';

/** What its holder and HR see, and nobody else. */
export function HolderPart({ code, more }: { code: string; more: HoldersCertificate }) {
  return (
    <>
      {more.mayDownload && (
        <p className="mb-8">
          <a className="btn" href={`/certificates/${code}.pdf`}>
            {m.certificates_download()}
          </a>
        </p>
      )}
      {more.isHolder && more.revokedOn && (
        <p className="prose mb-8">{m.certificates_page_revoked_own({ date: more.revokedOn })}</p>
      )}
      {more.reason && (
        <section className="mb-8" aria-labelledby="reason">
          <h2 id="reason" className="mb-2">
            {m.certificates_page_reason()}
          </h2>
          <p className="prose whitespace-pre-line" dir="auto">
            {more.reason}
          </p>
        </section>
      )}
      <h2 className="mb-4">{m.certificates_page_covered()}</h2>
      <ol className="lines">
        {more.modules.map(({ title, language, edition }) => (
          <li key={title}>
            <h3 lang={language} dir="auto">
              {title}
            </h3>
            <span className="soft">{edition}</span>
          </li>
        ))}
      </ol>
      {more.isHolder && (
        <p className="soft small mt-8">
          {more.isOpen ? m.certificates_page_public_on() : m.certificates_page_public_off()}
        </p>
      )}
    </>
  );
}
