import { statfs } from 'node:fs/promises';

/** How many bytes this user may still write where the path lies. */
export async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}
