/** A module as it was when the course was completed. */
export type CertifiedModule = {
  title: string;
  /** The number of the edition that was read. */
  edition: number;
  language: string;
  /** A calendar date. */
  completedOn: string;
};

export type CertificateState = 'valid' | 'expired' | 'revoked';

export const certificateStates: readonly CertificateState[] = ['valid', 'expired', 'revoked'];

/** What others may see of a certificate. */
export type Certificate = {
  id: string;
  code: string;
  personId: string;
  /** Null once it was erased. */
  holderName: string | null;
  companyName: string;
  courseTitle: string;
  courseLanguage: string;
  modules: CertifiedModule[];
  completedOn: string;
  /** The last day on which it counts; null where it counts for good. */
  validUntil: string | null;
  revoked: { at: Date; reason: string | null } | null;
};

/** As it stands on a day, which is today's in the company's zone. */
export function certificateState(
  { validUntil, revoked }: { validUntil: string | null; revoked: unknown },
  today: string,
): CertificateState {
  if (revoked) return 'revoked';
  return validUntil !== null && validUntil < today ? 'expired' : 'valid';
}
