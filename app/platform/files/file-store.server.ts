import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

let folder: string | undefined;

/** Set once at start. */
export function configureFileStore(path: string): void {
  folder = path;
}

const hashShape = /^[0-9a-f]{64}$/;

function pathOf(hash: string): string {
  if (!folder) throw new Error('The folder for files is not configured.');
  if (!hashShape.test(hash)) throw new Error('A stored file is named by its SHA-256.');
  return join(folder, hash);
}

async function isThere(path: string, size: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.size === size;
}

/** Whole or not at all, readable by its owner alone. `hash` is the SHA-256 of the content. */
export async function writeStoredFile(hash: string, content: Uint8Array): Promise<void> {
  const path = pathOf(hash);
  if (await isThere(path, content.length)) return;
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Null where there is none. */
export async function readStoredFile(hash: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(pathOf(hash));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
