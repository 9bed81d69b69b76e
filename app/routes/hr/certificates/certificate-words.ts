import type { EraseHolderRefusal } from '#app/domain/learning/certificates/erase-holder.server.ts';
import type { RevokeCertificateRefusal } from '#app/domain/learning/certificates/revoke-certificate.server.ts';
import * as m from '#app/messages/generated/messages.js';

const refusals: Record<RevokeCertificateRefusal | EraseHolderRefusal, () => string> = {
  'not-allowed': m.certificates_refused_not_allowed,
  'unknown-certificate': m.certificates_refused_unknown,
  'unknown-person': m.certificates_refused_unknown,
  'revoked-already': m.certificates_refused_revoked,
  'works-here': m.certificates_refused_works_here,
  'nothing-to-erase': m.certificates_refused_nothing,
};

const mistakes: Record<string, () => string> = {
  missing: m.certificates_mistake_missing,
  'too-long': m.certificates_mistake_too_long,
  ...refusals,
};

export function wordCertificate(code: string): string {
  return (mistakes[code] ?? m.certificates_mistake_not_understood)();
}
