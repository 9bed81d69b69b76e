import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';

/**
 * Those whose letters a template may ask for, in every weight that one asks for: a machine that has a font of the same
 * name may have it in a weight that is nearer. Fraunces has neither Greek nor Cyrillic: name Noto Serif after it, and the
 * two below for what is written from right to left.
 */
const fontFiles = [
  'fraunces/400Regular/Fraunces_400Regular',
  'fraunces/600SemiBold/Fraunces_600SemiBold',
  'fraunces/800ExtraBold/Fraunces_800ExtraBold',
  'fraunces/900Black/Fraunces_900Black',
  'inter/400Regular/Inter_400Regular',
  'inter/600SemiBold/Inter_600SemiBold',
  'inter/800ExtraBold/Inter_800ExtraBold',
  'inter/900Black/Inter_900Black',
  'noto-serif/400Regular/NotoSerif_400Regular',
  'noto-serif/600SemiBold/NotoSerif_600SemiBold',
  'noto-serif/800ExtraBold/NotoSerif_800ExtraBold',
  'noto-serif/900Black/NotoSerif_900Black',
  'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular',
  'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold',
  'noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold',
  'noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular',
  'noto-serif-hebrew/600SemiBold/NotoSerifHebrew_600SemiBold',
  'noto-serif-hebrew/800ExtraBold/NotoSerifHebrew_800ExtraBold',
  'noto-serif-hebrew/900Black/NotoSerifHebrew_900Black',
];

const require = createRequire(import.meta.url);
const { resolve } = require;
const fontOf = (file: string) => readFileSync(resolve(`@expo-google-fonts/${file}.ttf`));

export const ourFonts = (): Buffer[] => fontFiles.map(fontOf);

let versions: string[] | undefined;

/** Changes with whatever else a sheet comes of: the fonts, the typesetter, and what draws its pictures. */
export function typesetterVersions(): string[] {
  const packages = new Set(fontFiles.map((file) => `@expo-google-fonts/${file.split('/')[0]}`));
  packages.add('@myriaddreamin/typst-ts-node-compiler');
  const versionOf = (name: string) => (require(`${name}/package.json`) as { version: string }).version;
  versions ??= [
    ...[...packages].map((name) => `${name} ${versionOf(name)}`),
    `sharp ${sharp.versions.sharp}`,
    ...fontFiles,
  ];
  return versions;
}

type Letters = ReadonlySet<number>;

/** The code points that a font has a drawing for, by its table `cmap`: from its segments, of which a format 12 is whole. */
function lettersOf(font: Buffer): Letters {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const parts = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const whole = parts.find((at) => font.readUInt16BE(at) === 12);
  const letters = new Set<number>();
  if (whole !== undefined) {
    for (let group = 0; group < font.readUInt32BE(whole + 12); group += 1) {
      const at = whole + 16 + 12 * group;
      for (let letter = font.readUInt32BE(at); letter <= font.readUInt32BE(at + 4); letter += 1)
        letters.add(letter);
    }
    return letters;
  }
  const at = parts.find((part) => font.readUInt16BE(part) === 4)!;
  const segments = font.readUInt16BE(at + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const [end, start, delta, offsetAt] = [
      font.readUInt16BE(at + 14 + 2 * segment),
      font.readUInt16BE(at + 16 + 2 * (segments + segment)),
      font.readUInt16BE(at + 16 + 2 * (2 * segments + segment)),
      at + 16 + 2 * (3 * segments + segment),
    ];
    const offset = font.readUInt16BE(offsetAt);
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const drawing =
        offset === 0
          ? (letter + delta) & 0xffff
          : font.readUInt16BE(offsetAt + offset + 2 * (letter - start));
      if (drawing !== 0) letters.add(letter);
    }
  }
  return letters;
}

let families: Letters[] | undefined;

/** All weights of a family have the same letters. */
function theFamilies(): Letters[] {
  families ??= fontFiles
    .filter((file) => file.includes('/400Regular/'))
    .map((file) => lettersOf(fontOf(file)));
  return families;
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Blanks, and what is never drawn: joiners, marks of direction, soft hyphens. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** The letters of a text, each once, that none of our families has with all of its marks. */
export function lettersLacking(text: string): string[] {
  const has = (cluster: string) =>
    theFamilies().some((letters) => [...cluster].every((letter) => letters.has(letter.codePointAt(0)!)));
  const all = new Set([...clusters.segment(text)].map(({ segment }) => segment.replace(unseen, '')));
  return [...all].filter((cluster) => !['NFC', 'NFD'].some((form) => has(cluster.normalize(form))));
}
