import { chmod, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Readable by their owner alone: they may hold links that open an account. */
const fileMode = 0o600;
const folderMode = 0o700;

async function put(file: string, content: Buffer | string): Promise<void> {
  const draft = `${file}.part`;
  await rm(draft, { force: true });
  await writeFile(draft, content, { mode: fileMode, flag: 'wx', flush: true });
  await chmod(draft, fileMode);
  await rename(draft, file);
}

/** The mail as a mail program opens it, and its plain text beside it. Each is there whole or not at all. */
export async function writeMailFiles(
  folder: string,
  name: string,
  mail: { raw: Buffer; text: string },
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: folderMode });
  await put(join(folder, `${name}.txt`), mail.text);
  await put(join(folder, `${name}.eml`), mail.raw);
}

/** Null where it never was, or is gone. */
export async function readMailText(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, `${name}.txt`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Takes away what was written before. Returns how many files went. */
export async function removeMailFiles(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const name of names.filter((one) => /\.(eml|txt|part)$/.test(one))) {
    const file = join(folder, name);
    if ((await stat(file)).mtime >= before) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
