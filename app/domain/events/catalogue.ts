import { z } from 'zod';

const id = z.string();
const nothing = z.object({}).strict();
/** Which fields changed, never what to. */
const fieldsOnly = z.object({ fields: z.array(z.string()) }).strict();

/**
 * Everything that can happen. Facts hold ids, numbers and dates, never names or free text, so that erasing a
 * person leaves nothing of them behind.
 */
export const catalogue = {
  'sample.finished': nothing,
  'company.founded': z.object({ sample: z.boolean() }).strict(),
  'company.edited': fieldsOnly,
  'site.added': nothing,
  'site.edited': fieldsOnly,
  'site.closed': z.object({ fromOn: z.string() }).strict(),
  'site.reopened': z.object({ fromOn: z.string() }).strict(),
  'holiday.added': z.object({ day: z.string() }).strict(),
  'holiday.removed': z.object({ day: z.string() }).strict(),
  'department.added': z.object({ parentId: id.nullable(), headId: id.nullable() }).strict(),
  'department.placed': z
    .object({ parentId: id.nullable(), headId: id.nullable(), fromOn: z.string() })
    .strict(),
  'department.edited': fieldsOnly,
  'department.closed': z.object({ fromOn: z.string() }).strict(),
  'department.reopened': z.object({ fromOn: z.string() }).strict(),
  'deputy.named': z.object({ personId: id, fromOn: z.string(), untilOn: z.string() }).strict(),
  'deputy.ended': z.object({ personId: id, untilOn: z.string() }).strict(),
  'person.added': z
    .object({ departmentId: id, siteId: id, hiredOn: z.string(), managerId: id.nullable() })
    .strict(),
  'person.edited': fieldsOnly,
  'person.placed': z
    .object({ departmentId: id, siteId: id, managerId: id.nullable(), fromOn: z.string() })
    .strict(),
  'person.closed': z.object({ leftOn: z.string() }).strict(),
  'person.reopened': z.object({ departmentId: id, siteId: id, hiredOn: z.string() }).strict(),
  'role.granted': z.object({ role: z.string() }).strict(),
  'role.revoked': z.object({ role: z.string() }).strict(),
  'password.set': z.object({ byOther: z.boolean() }).strict(),
  'session.opened': z.object({ method: z.string() }).strict(),
  'session.closed': nothing,
  'sessions.closed': z.object({ count: z.number() }).strict(),
  'sign-in.refused': z.object({ known: z.boolean() }).strict(),
  'token.issued': z.object({ purpose: z.string(), channel: z.string().nullable() }).strict(),
  'token.used': z.object({ purpose: z.string() }).strict(),
  'token.withdrawn': z.object({ count: z.number() }).strict(),
  'reset.asked': z.object({ known: z.boolean() }).strict(),
  'second-factor.begun': nothing,
  'second-factor.confirmed': nothing,
  'second-factor.refused': nothing,
  'second-factor.removed': z.object({ byOther: z.boolean() }).strict(),
  'backup-codes.made': z.object({ count: z.number() }).strict(),
  'backup-code.used': nothing,
  'pin.set': nothing,
  'pin.removed': z.object({ byOther: z.boolean() }).strict(),
  'tablet.registered': z.object({ departmentId: id }).strict(),
  'tablet.revoked': nothing,
  'mail.queued': z.object({ template: z.string() }).strict(),
  'mail.retried': nothing,
  'reaction.retried': z.object({ seq: z.number() }).strict(),
  'job.requested': nothing,
  'chain.checked': z
    .object({ intact: z.boolean(), length: z.number(), brokenAt: z.number().nullable() })
    .strict(),
  'backup.made': z.object({ name: z.string(), head: z.string() }).strict(),
  'backup.restored': z.object({ name: z.string() }).strict(),
  'version.saved': z.object({ documentId: id, number: z.number(), sourceHash: z.string() }).strict(),
  'version.published': z
    .object({ documentId: id, kind: z.string(), change: z.string(), number: z.number() })
    .strict(),
  'reading.begun': z.object({ documentId: id, versionId: id }).strict(),
  'reading.switched': z.object({ documentId: id, versionId: id }).strict(),
  'attempt.started': z.object({ documentId: id, versionId: id, number: z.number() }).strict(),
  'attempt.submitted': z
    .object({ documentId: id, versionId: id, score: z.number(), passed: z.boolean() })
    .strict(),
  'try.asked': z.object({ personId: id, documentId: id, versionId: id, headId: id.nullable() }).strict(),
  'try.granted': z.object({ personId: id, documentId: id, versionId: id, grantedById: id }).strict(),
  'commitment.made': z.object({ documentId: id }).strict(),
  // One name whatever was answered, put off or dropped: how it went is its author's alone.
  'commitment.answered': z.object({ documentId: id }).strict(),
  'module.completed': z
    .object({ personId: id, documentId: id, versionId: id, source: z.string(), completedOn: z.string() })
    .strict(),
  'course.completed': z
    .object({ personId: id, documentId: id, versionId: id, source: z.string(), completedOn: z.string() })
    .strict(),
  'certificate.issued': z
    .object({ documentId: id, completionId: id, completedOn: z.string(), validUntil: z.string().nullable() })
    .strict(),
  'certificate.revoked': nothing,
  'certificates.erased': z.object({ count: z.number() }).strict(),
  'notice.given': z.object({ kind: z.string(), eventSeq: z.number() }).strict(),
} satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof catalogue;

export type EventFacts<Name extends EventName> = z.infer<(typeof catalogue)[Name]>;
