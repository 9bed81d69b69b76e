import { z } from 'zod';
import { pageNumber, searchText } from '#app/domain/people/directory/people-list.ts';
import type { CertificateState } from './certificate.ts';

export const certificatesPageSize = 50;

/** What the address asks for. Whatever it says that is not understood counts as not said. */
const certificatesFilters = z
  .object({
    /** A name, or a code. */
    q: searchText,
    /** The id of a course. */
    course: z.string().max(40).catch(''),
    state: z.enum(['', 'valid', 'expired', 'revoked']).catch(''),
    page: pageNumber,
  })
  .strict();

export type CertificatesFilters = z.infer<typeof certificatesFilters>;

const unfiltered: CertificatesFilters = certificatesFilters.parse({});
const names = Object.keys(unfiltered) as (keyof CertificatesFilters)[];

export function readCertificatesFilters(query: URLSearchParams): CertificatesFilters {
  return certificatesFilters.parse(
    Object.fromEntries(names.map((name) => [name, query.get(name) ?? undefined])),
  );
}

/** The same as an address says it, without what goes without saying. */
export function certificatesQuery(filters: CertificatesFilters): string {
  const said = names.filter((name) => filters[name] !== unfiltered[name]);
  const query = new URLSearchParams(said.map((name) => [name, String(filters[name])])).toString();
  return query && `?${query}`;
}

export type CertificateRow = {
  code: string;
  personId: string;
  holderName: string | null;
  courseTitle: string;
  courseLanguage: string;
  completedOn: string;
  validUntil: string | null;
  state: CertificateState;
  /** Whether the holder has left, so that the name can be taken off. */
  hasLeft: boolean;
};
