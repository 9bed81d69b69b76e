import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfFile } from '#app/platform/backup/file-proof.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import type { DoctorFinding } from './ailment.ts';

/** Whether every upload that the database knows of is there, and is what its name says. */
export async function lookAtFiles(db: Reader, files: string): Promise<DoctorFinding[]> {
  const found: DoctorFinding[] = [];
  for (const { hash } of await db.file.findMany({ select: { hash: true } })) {
    const path = join(files, hash);
    if (!existsSync(path)) found.push({ what: 'file-missing', detail: path });
    else if ((await hashOfFile(path)) !== hash) found.push({ what: 'file-altered', detail: path });
  }
  return found;
}
