import type { Sheet } from '../typst/typeset.server.ts';
import type { Printed } from './print-cache.server.ts';
import { cachedPrint, printKey } from './print-cache.server.ts';
import type { Busy } from './printer.server.ts';
import { askPrinter } from './printer.server.ts';

/** `key` changes whenever the bytes may: an ETag. */
export type SheetFile = Printed & { key: string };

/** Any sheet as a PDF, from the cache or the printing thread: the same template, data and images are the same file. */
export async function sheetFile(sheet: Sheet): Promise<SheetFile | Busy> {
  const key = printKey('sheet', sheet);
  const print = await cachedPrint<Busy>(key, 'pdf', async () => {
    const made = await askPrinter<Uint8Array>('pdf', sheet);
    return 'refused' in made ? made : { ok: true, bytes: Buffer.from(made) };
  });
  return 'ok' in print ? { ...print, key } : print;
}
