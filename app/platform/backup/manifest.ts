import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Below the backup's own folder and nowhere else. */
const innerPath = z.string().regex(/^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/);

/** What lies in a backup and what it was found to be, so that it can be proved years later on another machine. */
export const manifest = z
  .object({
    format: z.literal(1),
    name: z.string(),
    madeAt: z.iso.datetime(),
    /** The calendar day where the company is at home. */
    madeOn: z.iso.date(),
    program: z.string(),
    lastMigration: z.string(),
    /** The newest link of the chain of events: whoever has it can tell whether the past was rewritten later. */
    head: z.object({ seq: z.number(), hash: z.string() }).strict(),
    /** What was wrong with the records themselves; the copy is a true one all the same. */
    fault: z.string().nullable(),
    files: z.array(z.object({ path: innerPath, size: z.number(), sha256: hash }).strict()),
  })
  .strict();

export type Manifest = z.infer<typeof manifest>;

export const manifestFile = 'manifest.json';
export const databaseCopy = 'everyhand.db';

/** `2026-11-22T02-30-00.123Z`: sorts by age, and is a name on every system. */
export function backupName(at: Date): string {
  return at.toISOString().replaceAll(':', '-');
}

const namePattern = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)$/;

/** When a backup of that name was made, or null for what is none. */
export function madeAtOf(name: string): Date | null {
  const match = namePattern.exec(name);
  return match && new Date(`${match[1]}${match[2]}:${match[3]}:${match[4]}`);
}
