/** What a poster can be printed on or shown on, by the names that stand in addresses. */
export const posterFormats = [
  'a4',
  'a3',
  'letter',
  'tabloid',
  'banner',
  'screen-wide',
  'screen-tall',
] as const;
export type PosterFormat = (typeof posterFormats)[number];

export const posterWays = ['upright', 'across'] as const;
export type PosterWay = (typeof posterWays)[number];

export const isPosterFormat = (name: unknown): name is PosterFormat =>
  posterFormats.includes(name as PosterFormat);
export const isPosterWay = (name: unknown): name is PosterWay => posterWays.includes(name as PosterWay);

export type PosterSize = {
  format: PosterFormat;
  way: PosterWay;
  kind: 'paper' | 'banner' | 'screen';
  /** Millimetres, after cutting. */
  width: number;
  height: number;
  /** Millimetres from the edge in which nothing stands that matters: knives, frames and floors take their share. */
  safe: number;
  /** The picture of it: exactly those of a screen, enough for a chat of all else. */
  pixels: [width: number, height: number];
};

const inch = 25.4;
const ofChat = 1600;

const papers = {
  a4: [210, 297],
  a3: [297, 420],
  letter: [8.5 * inch, 11 * inch],
  tabloid: [11 * inch, 17 * inch],
} as const;

function paper(format: keyof typeof papers, way: PosterWay): PosterSize {
  const [short, long] = papers[format];
  const shortPixels = Math.round((ofChat * short) / long);
  const upright = way === 'upright';
  return {
    format,
    way,
    kind: 'paper',
    width: upright ? short : long,
    height: upright ? long : short,
    safe: 8,
    pixels: upright ? [shortPixels, ofChat] : [ofChat, shortPixels],
  };
}

/** At 96 to the inch, as those who make screens count. */
function screen(format: PosterFormat, way: PosterWay, pixels: [number, number]): PosterSize {
  const [width, height] = pixels.map((count) => (count / 96) * inch) as [number, number];
  return { format, way, kind: 'screen', width, height, safe: 10, pixels };
}

const alone: Record<'banner' | 'screen-wide' | 'screen-tall', PosterSize> = {
  banner: {
    format: 'banner',
    way: 'upright',
    kind: 'banner',
    width: 850,
    height: 2000,
    safe: 40,
    pixels: [680, ofChat],
  },
  'screen-wide': screen('screen-wide', 'across', [1920, 1080]),
  'screen-tall': screen('screen-tall', 'upright', [1080, 1920]),
};

/** Whether it can be turned: a banner and a screen stand as they stand. */
export const isPaper = (format: PosterFormat): format is keyof typeof papers => Object.hasOwn(papers, format);

/** The way is asked of papers alone. */
export function posterSize(format: PosterFormat, way: PosterWay): PosterSize {
  return isPaper(format) ? paper(format, way) : alone[format];
}

/** Every size there is: papers upright and across, then the others. */
export const posterSizes: PosterSize[] = posterFormats.flatMap((format) =>
  isPaper(format) ? posterWays.map((way) => paper(format, way)) : [alone[format]],
);
