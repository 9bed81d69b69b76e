import { fileAnswer } from '../http/file-answer.server.ts';
import type { Sheet } from '../typst/typeset.server.ts';
import { sheetFile, sheetKey } from './sheet-file.server.ts';

type Wanted = {
  /** What it is called where it is kept. */
  name: string;
  /** What is said where too many sheets are asked for at once. */
  busy: string;
};

/** A sheet as a PDF, made in the printing thread: whoever waits for a page does not wait for it too. */
export function sheetAnswer(request: Request, sheet: Sheet, { name, busy }: Wanted): Promise<Response> {
  return fileAnswer(request, {
    key: sheetKey(sheet),
    mediaType: 'application/pdf',
    cacheControl: 'private, no-store',
    name,
    make: async () => {
      const made = await sheetFile(sheet);
      if ('ok' in made) return made.bytes;
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' };
      return new Response(busy, { status: 503, headers });
    },
  });
}
