import { z } from 'zod';

const id = z.string();
const nothing = z.object({}).strict();

/**
 * Everything that can happen. Facts hold ids, numbers and dates, never names or free text, so that erasing a
 * person leaves nothing of them behind.
 */
export const catalogue = {
  'sample.finished': nothing,
  'company.founded': z.object({ sample: z.boolean() }).strict(),
  'site.added': nothing,
  'department.added': z.object({ parentId: id.nullable(), headId: id.nullable() }).strict(),
  'department.placed': z
    .object({ parentId: id.nullable(), headId: id.nullable(), fromOn: z.string() })
    .strict(),
  'person.added': z
    .object({ departmentId: id, siteId: id, hiredOn: z.string(), managerId: id.nullable() })
    .strict(),
  'role.granted': z.object({ role: z.string() }).strict(),
  'password.set': z.object({ byOther: z.boolean() }).strict(),
  'session.opened': z.object({ method: z.string() }).strict(),
  'session.closed': nothing,
  'sign-in.refused': z.object({ known: z.boolean() }).strict(),
  'token.issued': z.object({ purpose: z.string() }).strict(),
  'token.used': z.object({ purpose: z.string() }).strict(),
  'version.saved': z.object({ documentId: id, number: z.number(), sourceHash: z.string() }).strict(),
  'version.published': z
    .object({ documentId: id, kind: z.string(), change: z.string(), number: z.number() })
    .strict(),
  'reading.begun': z.object({ documentId: id, versionId: id }).strict(),
  'attempt.started': z.object({ documentId: id, versionId: id, number: z.number() }).strict(),
  'attempt.submitted': z
    .object({ documentId: id, versionId: id, score: z.number(), passed: z.boolean() })
    .strict(),
  'commitment.made': z.object({ documentId: id }).strict(),
  'module.completed': z
    .object({ personId: id, documentId: id, versionId: id, source: z.string(), completedOn: z.string() })
    .strict(),
  'course.completed': z
    .object({ personId: id, documentId: id, versionId: id, source: z.string(), completedOn: z.string() })
    .strict(),
  'notice.given': z.object({ kind: z.string(), eventSeq: z.number() }).strict(),
} satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof catalogue;

export type EventFacts<Name extends EventName> = z.infer<(typeof catalogue)[Name]>;
