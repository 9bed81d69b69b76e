import type { PosterContent } from '#app/domain/culture/posters/poster.ts';

/** What stands on a poster, for whoever does not see it: without its pictures. */
export function saidOn(content: PosterContent, origin: string) {
  const { headlines, lines, attribution, bad, good, number, quote, thanks, steps, ask, qrSays } = content;
  const { figure, qr } = content;
  const isOurs = qr?.url.startsWith(`${origin}/`) === true;
  return {
    headlines,
    lines,
    attribution,
    bad,
    good,
    number,
    quote,
    thanks,
    steps,
    ask,
    qrSays,
    figure: figure?.alt ?? null,
    code: qr && { to: isOurs ? qr.url.slice(origin.length) : qr.url, shown: qr.shown },
  };
}

export type Said = ReturnType<typeof saidOn>;
