import { fileAnswer } from '../http/file-answer.server.ts';
import type { Sheet } from '../typst/typeset.server.ts';
import type { Printed } from './print-cache.server.ts';
import type { Busy } from './printer.server.ts';
import { sheetFile, sheetKey } from './sheet-file.server.ts';

export type Print = {
  /** Changes whenever the bytes may. */
  key: string;
  make: () => Promise<Printed | Busy>;
};

type Wanted = {
  /** What it is called where it is kept. */
  name: string;
  /** What is said where too many sheets are asked for at once. */
  busy: string;
};

/** What was printed as a PDF; whoever waits for a page does not wait for it too. */
export function printAnswer(
  request: Request,
  { key, make }: Print,
  { name, busy }: Wanted,
): Promise<Response> {
  return fileAnswer(request, {
    key,
    mediaType: 'application/pdf',
    cacheControl: 'private, no-store',
    name,
    make: async () => {
      const made = await make();
      if ('ok' in made) return made.bytes;
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' };
      return new Response(busy, { status: 503, headers });
    },
  });
}

export function sheetAnswer(request: Request, sheet: Sheet, wanted: Wanted): Promise<Response> {
  return printAnswer(request, { key: sheetKey(sheet), make: () => sheetFile(sheet) }, wanted);
}
