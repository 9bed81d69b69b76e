import { misfitFindings } from '#app/domain/culture/posters/misfit.ts';
import { isPosterTree } from '#app/domain/culture/posters/poster.ts';
import { qrTarget } from '#app/domain/culture/posters/qr-target.ts';
import { textInTree } from '#app/domain/culture/posters/text-in-tree.ts';
import type { Finding } from '#app/domain/publishing/finding.ts';
import type { ContentDocument } from '#app/domain/publishing/read-content.work.server.ts';
import { fitPoster } from '#app/ui/print/poster/make-poster.server.ts';
import { posterLabels } from '#app/ui/print/poster-labels.ts';

/** As long as an address is in most companies: what stands below a code takes its place too. */
const origin = 'https://everyhand.example.com';

/** What on the posters is too long for paper, by file, tried on every size; and letters that cannot be printed. */
export async function posterMisfits(documents: readonly ContentDocument[]): Promise<Map<string, Finding[]>> {
  const found = new Map<string, Finding[]>();
  for (const { file, source, result } of documents) {
    if ('refused' in result || !isPosterTree(result.compiled.tree)) continue;
    const { front, language, title, tree } = result.compiled;
    const written: Record<string, unknown> = front;
    const { thanks, ...text } = textInTree(written, tree);
    const { colleague, good, bad } = posterLabels(language);
    const fits = await fitPoster({
      ...text,
      language,
      title,
      thanks: thanks && { text: thanks.text, to: colleague },
      figure: null,
      qr: qrTarget(written.qr, origin),
      qrSays: typeof written.qrSays === 'string' ? written.qrSays : null,
      company: { name: 'Everyhand', logo: null, accent: null },
      labels: { good, bad },
    });
    if ('refused' in fits) found.set(file, misfitFindings(source, fits));
  }
  return found;
}
