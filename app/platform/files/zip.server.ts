import { Zip, ZipPassThrough } from 'fflate';
import { now } from '../clock/clock.server.ts';

export type ZipEntry = { name: string; bytes: Uint8Array };

/** Names that some systems keep for their devices, whatever comes after the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 120;

/** A name that every system can write into one folder: no path, nothing that is not seen, no reserved word. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const { stem, ending } = parted(plain);
  const short = [...stem].slice(0, longest - ending.length).join('') + ending;
  if (short === '') return 'file';
  return reserved.test(short) ? `_${short}` : short;
}

function parted(name: string): { stem: string; ending: string } {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

/** No two equal, on systems either that do not tell large letters from small: `wall.pdf`, `wall-2.pdf`. */
function uniqueName(wanted: string, taken: Set<string>): string {
  const safe = safeFileName(wanted);
  const { stem, ending } = parted(safe);
  let name = safe;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}${ending}`;
  taken.add(name.toLowerCase());
  return name;
}

/**
 * An archive, piece by piece as its files come. They are stored as they are: PDFs and pictures are pressed already. What
 * `entries` throws ends it.
 */
export async function* zipChunks(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array, void> {
  const pieces: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failed = error;
    else pieces.push(piece);
  });
  const taken = new Set<string>();
  function* ready(): Generator<Uint8Array, void> {
    if (failed) throw failed;
    yield* pieces.splice(0);
  }
  for await (const { name, bytes } of entries) {
    const file = new ZipPassThrough(uniqueName(name, taken));
    file.mtime = now();
    zip.add(file);
    file.push(bytes, true);
    yield* ready();
  }
  zip.end();
  yield* ready();
}
