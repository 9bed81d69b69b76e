import { companyToday } from '#app/domain/people/company-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Certificate, CertificateState, CertifiedModule } from './certificate.ts';
import { certificateState } from './certificate.ts';

const shown = {
  id: true,
  code: true,
  personId: true,
  holderName: true,
  companyName: true,
  courseTitle: true,
  courseLanguage: true,
  modules: true,
  completedOn: true,
  validUntil: true,
  revocation: { select: { revokedAt: true, reason: true } },
} as const;

export type CertificateOnADay = Certificate & { state: CertificateState };

/** `code` in its one form. */
export async function findCertificate(db: Reader | Tx, code: string): Promise<CertificateOnADay | null> {
  const row = await db.certificate.findUnique({ where: { code }, select: shown });
  if (!row) return null;
  const { revocation, modules, ...rest } = row;
  const revoked = revocation && { at: revocation.revokedAt, reason: revocation.reason };
  const state = certificateState({ validUntil: rest.validUntil, revoked }, await companyToday(db));
  return { ...rest, modules: JSON.parse(modules) as CertifiedModule[], revoked, state };
}

export type OwnCertificate = Pick<Certificate, 'code' | 'courseTitle' | 'courseLanguage' | 'completedOn'> & {
  validUntil: string | null;
  state: CertificateState;
};

/** Somebody's own, the newest first. */
export async function readMyCertificates(db: Reader | Tx, personId: string): Promise<OwnCertificate[]> {
  const rows = await db.certificate.findMany({
    where: { personId },
    orderBy: [{ completedOn: 'desc' }, { id: 'desc' }],
    select: {
      code: true,
      courseTitle: true,
      courseLanguage: true,
      completedOn: true,
      validUntil: true,
      revocation: { select: { id: true } },
    },
  });
  const today = await companyToday(db);
  return rows.map(({ revocation, ...row }) => ({
    ...row,
    state: certificateState({ validUntil: row.validUntil, revoked: revocation }, today),
  }));
}

/** The code of the newest certificate somebody has for a course, unless it was revoked. */
export async function codeForCourse(
  db: Reader | Tx,
  personId: string,
  courseDocumentId: string,
): Promise<string | null> {
  const newest = await db.certificate.findFirst({
    where: { personId, courseDocumentId, revocation: null },
    orderBy: [{ completedOn: 'desc' }, { id: 'desc' }],
    select: { code: true },
  });
  return newest?.code ?? null;
}

/** Courses completed without a certificate, some at a time and in the order of their ids. */
export async function completionsWithoutCertificate(
  db: Reader | Tx,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.completion.findMany({
    where: { id: { gt: after }, document: { kind: 'course' }, certificate: null },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
