import { Temporal } from 'temporal-polyfill';
import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayIssueCertificate } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { fold } from '#app/domain/people/search-key.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { makeCertificateCode } from './certificate-code.ts';
import { readCertifiedModules } from './certified-modules-reads.server.ts';

export type IssueCertificateRefusal = 'not-allowed' | 'unknown-completion';

/** The last day: as many months on, or the end of a month that is too short for the day. */
function lastDay(completedOn: string, front: string): string | null {
  const { validMonths } = JSON.parse(front) as { validMonths?: number };
  if (validMonths === undefined) return null;
  return Temporal.PlainDate.from(completedOn).add({ months: validMonths }).toString();
}

/** For a course that was completed. All that stands on it is written down now; there is one to a completion. */
export async function issueCertificate(
  tx: Tx,
  actor: Actor,
  input: { completionId: string },
): Promise<{ ok: true; certificateId: string } | Refused<IssueCertificateRefusal>> {
  const { completionId } = input;
  const completion = await tx.completion.findUnique({
    where: { id: completionId },
    include: { document: true, version: true, person: true, certificate: { select: { id: true } } },
  });
  if (completion?.document.kind !== 'course') return { refused: 'unknown-completion' };
  const { personId, person, version, completedOn, documentId } = completion;
  if (!mayIssueCertificate(actor, personId)) return { refused: 'not-allowed' };
  if (completion.certificate) return { ok: true, certificateId: completion.certificate.id };
  const id = ulid();
  const validUntil = lastDay(completedOn, version.front);
  await tx.certificate.create({
    data: {
      id,
      code: makeCertificateCode(),
      personId,
      courseDocumentId: documentId,
      completionId,
      holderName: person.name,
      holderKey: fold(person.name),
      companyName: (await readCompany(tx))?.name ?? '',
      courseTitle: version.title,
      courseLanguage: version.language,
      modules: JSON.stringify(await readCertifiedModules(tx, completion)),
      completedOn,
      validUntil,
      issuedAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'certificate.issued',
    subject: { type: 'certificate', id },
    facts: { documentId, completionId, completedOn, validUntil },
  });
  return { ok: true, certificateId: id };
}
