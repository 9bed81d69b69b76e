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
  'document.withdrawn': z.object({ language: z.string(), kind: z.string() }).strict(),
  'screen.added': z.object({ siteId: id.nullable(), posters: z.number() }).strict(),
  'screen.edited': fieldsOnly,
  'screen.readdressed': z.object({ generation: z.number() }).strict(),
  'screen.removed': nothing,
  'poster.hung': z.object({ siteId: id, documentId: id, versionId: id }).strict(),
  'poster.taken-down': z.object({ siteId: id, documentId: id, versionId: id }).strict(),
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
  'huddle.planned': z.object({ departmentId: id, day: z.string(), documentId: id, versionId: id }).strict(),
  'huddle.sheet-chosen': z.object({ documentId: id, versionId: id }).strict(),
  'huddle.held': z.object({ heldId: id, day: z.string(), versionId: id, count: z.number() }).strict(),
  'huddle.settled': z.object({ heldId: id, day: z.string() }).strict(),
  'meeting.planned': z
    .object({
      meetingId: id,
      departmentId: id,
      documentId: id.nullable(),
      kind: z.string(),
      day: z.string(),
    })
    .strict(),
  // Which of those who were invited before are not any more, and who was not.
  'meeting.changed': z
    .object({
      meetingId: id,
      sequence: z.number(),
      fields: z.array(z.string()),
      addedIds: z.array(id),
      removedIds: z.array(id),
    })
    .strict(),
  'meeting.cancelled': z.object({ meetingId: id, sequence: z.number() }).strict(),
  'meeting.held': z
    .object({
      departmentId: id,
      documentId: id.nullable(),
      attended: z.number(),
      guests: z.number(),
      agreed: z.number(),
    })
    .strict(),
  'action.agreed': z
    .object({ ownerId: id, dueOn: z.string(), departmentId: id, originType: z.string(), originId: id })
    .strict(),
  'action.settled': z.object({ outcome: z.string() }).strict(),
  'action.reopened': nothing,
  'action.changed': z.object({ ownerId: id, dueOn: z.string() }).strict(),
  'mailing.planned': z.object({ documentId: id, versionId: id }).strict(),
  'mailing.edited': fieldsOnly,
  'mailing.tested': z.object({ count: z.number() }).strict(),
  'mailing.frozen': z
    .object({ readers: z.number(), withoutAddress: z.number(), unsubscribed: z.number() })
    .strict(),
  'mailing.started': z.object({ startAt: z.string() }).strict(),
  'mailing.paused': z.object({ because: z.string() }).strict(),
  'mailing.resumed': nothing,
  'mailing.cancelled': nothing,
  'mailing.retried': z.object({ count: z.number() }).strict(),
  'mailing.settled': z.object({ count: z.number(), sent: z.boolean() }).strict(),
  'mailing.finished': z.object({ sent: z.number(), failed: z.number(), uncertain: z.number() }).strict(),
  'preference.set': z.object({ kind: z.string(), wanted: z.boolean(), byLink: z.boolean() }).strict(),
  'notice.given': z.object({ kind: z.string(), eventSeq: z.number() }).strict(),
} satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof catalogue;

export type EventFacts<Name extends EventName> = z.infer<(typeof catalogue)[Name]>;
