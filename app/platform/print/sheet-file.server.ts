import { typesetterVersions } from '../typst/fonts.server.ts';
import type { Sheet } from '../typst/typeset.server.ts';
import type { Printed } from './print-cache.server.ts';
import { cachedPrint, printKey } from './print-cache.server.ts';
import type { Busy } from './printer.server.ts';
import { askPrinter } from './printer.server.ts';

/** Changes whenever the bytes may: an ETag. */
export const sheetKey = (sheet: Sheet): string => printKey('sheet', typesetterVersions(), sheet);

/** Any sheet as a PDF, from the cache or the printing thread: the same template, data and images are the same file. */
export function sheetFile(sheet: Sheet): Promise<Printed | Busy> {
  return cachedPrint<Busy>(sheetKey(sheet), 'pdf', async () => {
    const made = await askPrinter<Uint8Array>('pdf', sheet);
    return 'refused' in made ? made : { ok: true, bytes: Buffer.from(made) };
  });
}
