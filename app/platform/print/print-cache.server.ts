import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '../clock/clock.server.ts';
import { log } from '../log/log.server.ts';

/** Several thousand sheets of paper, or a few hundred large pictures. */
const usualLimit = 256 * 1024 * 1024;
/** What was begun so long ago will not be finished. */
const abandonedAfter = 60 * 60_000;
const sealLength = 32;

type Cache = { folder: string; limit: number; bytes: number | null };

let cache: Cache | null = null;
const making = new Map<string, Promise<unknown>>();

export type Printed = { ok: true; bytes: Buffer };
type Refused = { refused: string };

/** Set once at start; null for none. What lies in it can be made again: it is in no backup. */
export function configurePrintCache(folder: string | null, limit = usualLimit): void {
  cache = folder === null ? null : { folder, limit, bytes: null };
}

/** A name for what comes of these words, pictures and numbers, and of nothing else. */
export function printKey(...parts: unknown[]): string {
  const plain = (_: string, value: unknown): unknown => {
    if (value instanceof Uint8Array) return { bytes: createHash('sha256').update(value).digest('hex') };
    // Buffers arrive as what they say of themselves.
    if (
      value !== null &&
      typeof value === 'object' &&
      'type' in value &&
      value.type === 'Buffer' &&
      'data' in value
    )
      return {
        bytes: createHash('sha256')
          .update(Buffer.from(value.data as number[]))
          .digest('hex'),
      };
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  return createHash('sha256').update(JSON.stringify(parts, plain)).digest('hex');
}

const sealOf = (content: Uint8Array) => createHash('sha256').update(content).digest();

/** Null where there is none, or one that is not what was written: that one is thrown away. */
async function read({ folder }: Cache, name: string): Promise<Buffer | null> {
  const path = join(folder, name);
  const sealed = await readFile(path).catch(() => null);
  if (!sealed) return null;
  const content = sealed.subarray(sealLength);
  if (sealed.length <= sealLength || !sealOf(content).equals(sealed.subarray(0, sealLength))) {
    await rm(path, { force: true });
    return null;
  }
  // The oldest to be asked for goes first.
  await utimes(path, now(), now()).catch(() => undefined);
  return content;
}

/** Whole or not at all; of two who write the same, the later wins with the same bytes. */
async function write(kept: Cache, name: string, content: Buffer): Promise<void> {
  const path = join(kept.folder, name);
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  await mkdir(kept.folder, { recursive: true, mode: 0o700 });
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(Buffer.concat([sealOf(content), content]));
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await utimes(path, now(), now());
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  if (kept.bytes !== null) kept.bytes += content.length + sealLength;
  if (kept.bytes === null || kept.bytes > kept.limit) await trim(kept);
}

/** Down to four fifths of what it may hold, so that not every sheet has to make room. */
async function trim(kept: Cache): Promise<void> {
  const files: { path: string; size: number; at: number }[] = [];
  for (const name of await readdir(kept.folder)) {
    const path = join(kept.folder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) continue;
    const at = found.mtimeMs;
    if (/\.[0-9a-f]{12}$/.test(name)) {
      if (at < now().getTime() - abandonedAfter) await rm(path, { force: true });
    } else files.push({ path, size: found.size, at });
  }
  let bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > kept.limit)
    for (const { path, size } of files.toSorted((a, b) => a.at - b.at)) {
      if (bytes <= kept.limit * 0.8) break;
      await rm(path, { force: true });
      bytes -= size;
    }
  kept.bytes = bytes;
}

async function makeAndKeep<No extends Refused>(
  name: string,
  make: () => Promise<Printed | No>,
): Promise<Printed | No> {
  const kept = cache;
  const known = kept && (await read(kept, name));
  if (known) return { ok: true, bytes: known };
  const made = await make();
  // A full disk keeps nobody from having what was made.
  if (kept && 'ok' in made)
    await write(kept, name, made.bytes).catch((error: unknown) =>
      log.warn({ err: error }, 'a print was not kept'),
    );
  return made;
}

/** From the cache, or made and put there. Those who ask for the same at the same time get the same one. */
export function cachedPrint<No extends Refused>(
  key: string,
  extension: string,
  make: () => Promise<Printed | No>,
): Promise<Printed | No> {
  const name = `${key}.${extension}`;
  const known = making.get(name);
  if (known) return known as Promise<Printed | No>;
  const coming = makeAndKeep(name, make).finally(() => making.delete(name));
  making.set(name, coming);
  return coming;
}
