import { posterFindings } from '#app/domain/culture/posters/poster-findings.work.server.ts';
import type { Finding } from '#app/domain/publishing/finding.ts';
import { posterFits } from '#app/ui/print/poster/poster-file.server.ts';
import { posterLabels } from '#app/ui/print/poster-labels.ts';

/** Why an edition of a poster cannot be printed; none for what is no poster. `busy`: the printer could not be asked. */
export async function misfitsOfPoster(versionId: string, request: Request): Promise<Finding[] | 'busy'> {
  let busy = false;
  const findings = await posterFindings(versionId, {
    origin: new URL(request.url).origin,
    labels: posterLabels,
    fit: async (words) => {
      const fits = await posterFits(words);
      busy = 'refused' in fits && fits.refused === 'busy';
      return 'misfits' in fits ? fits : { misfits: [], lacks: [] };
    },
  });
  return busy ? 'busy' : findings;
}
