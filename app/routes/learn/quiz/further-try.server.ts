import { readFurtherTry } from '#app/domain/learning/tries/try-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import type { OpenModule } from '../module/find-module.server.ts';

/** How the reader stands with their tries, with dates in words; null where no reading is open. */
export async function showFurtherTry({ actor, module, home }: OpenModule, request: Request) {
  const further = await readFurtherTry(reader, actor.id, module.documentId);
  if (!further) return null;
  const locale = readerLocale(request.headers.get('Accept-Language'), actor.language);
  const { left, asked, granted } = further;
  return {
    home,
    left,
    asked: asked && { head: asked.head, date: formatDay(dateIn(actor.siteTimeZone, asked.at), locale) },
    granted,
    showScores: (await readCompany(reader))?.showScores ?? false,
  };
}

export type ShownFurtherTry = NonNullable<Awaited<ReturnType<typeof showFurtherTry>>>;
