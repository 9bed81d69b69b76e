import { qrSvg } from '#app/platform/qr/qr-code.server.ts';
import type { Sheet } from '#app/platform/typst/typeset.server.ts';
import type { PosterSize } from './poster-size.ts';
import { templateParts, templates } from './poster-templates.ts';
import type { PosterText, PosterWords } from './poster-words.ts';

/** Millimetres: how far colour runs beyond the cut, and what is added around that for the marks. */
type Laid = { size: PosterSize; bleed?: number; slug?: number };

/** By its first bytes: what a name ends in may not be so. */
function endingOf(bytes: Uint8Array): 'png' | 'jpg' | 'gif' | 'webp' | 'svg' {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG')) return 'png';
  if (head.startsWith('\xff\xd8')) return 'jpg';
  if (head.startsWith('GIF8')) return 'gif';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : 'svg';
}

const texts = (all: PosterText[], own: string) =>
  all.map(({ text, language }) => ({ text, lang: language ?? own }));

/** What the templates read, with the sheet that it is laid out on. */
export function posterSheet(words: PosterWords, { size, bleed = 0, slug = 0 }: Laid): Sheet {
  const { company, figure, qr } = words;
  const code = qr && qrSvg(qr.url);
  const logo = company.logo && `logo.${endingOf(company.logo)}`;
  const picture = figure && `figure.${endingOf(figure.bytes)}`;
  const { width, height, kind, safe } = size;
  return {
    template: templates[words.template],
    parts: templateParts,
    ours: true,
    images: {
      ...(logo && { [logo]: company.logo! }),
      ...(picture && { [picture]: figure.bytes }),
    },
    data: {
      size: { width, height, kind, safe },
      bleed,
      slug,
      palette: words.palette,
      title: words.title,
      lang: words.language,
      headlines: texts(words.headlines, words.language),
      lines: texts(words.lines, words.language),
      attribution: words.attribution,
      bad: words.bad,
      good: words.good,
      number: words.number,
      quote: words.quote,
      thanks: words.thanks,
      steps: words.steps,
      ask: words.ask,
      figure: picture && { file: picture, alt: figure.alt },
      qr: qr && {
        svg: code!.svg,
        squares: code!.size,
        shown: qr.shown,
        alt: [words.qrSays, qr.shown].filter(Boolean).join(': '),
      },
      qrSays: words.qrSays,
      company: { name: company.name, logo, accent: company.accent },
      labels: words.labels,
    },
  };
}
