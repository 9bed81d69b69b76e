import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { searchWords } from '#app/domain/people/directory/people-list.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { certificateState } from './certificate.ts';
import { readCertificateCode } from './certificate-code.ts';
import type { CertificateRow, CertificatesFilters } from './certificate-list.ts';
import { certificatesPageSize } from './certificate-list.ts';
import { countCertificates, listCertificates, listCertifiedCourses } from './certificate-list.sql.server.ts';

export type CertificatesPage = { rows: CertificateRow[]; total: number; page: number };

/** A page of all certificates, the newest first. A page beyond the last one is the last one. */
export async function readCertificates(
  db: Reader | Tx,
  filters: CertificatesFilters,
): Promise<CertificatesPage> {
  const today = await companyToday(db);
  const wanted = {
    words: searchWords(filters.q),
    code: readCertificateCode(filters.q),
    courseDocumentId: filters.course,
    state: filters.state,
    today,
  };
  const total = await countCertificates(db, wanted);
  const page = Math.min(filters.page, Math.max(1, Math.ceil(total / certificatesPageSize)));
  const listed = await listCertificates(db, wanted, certificatesPageSize, (page - 1) * certificatesPageSize);
  const rows = listed.map(({ revokedAt, hasLeft, ...row }) => ({
    ...row,
    hasLeft: Boolean(hasLeft),
    state: certificateState({ validUntil: row.validUntil, revoked: revokedAt }, today),
  }));
  return { rows, total, page };
}

/** To choose from, by title. */
export async function readCertifiedCourses(db: Reader | Tx): Promise<{ id: string; title: string }[]> {
  const courses = await listCertifiedCourses(db);
  return courses.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}
