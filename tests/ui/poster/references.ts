import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { pictureOf } from '#app/platform/typst/typeset.server.ts';
import type { PosterVoice } from '../../support/poster-words.ts';

const folder = 'tests/ui/poster/reference';
const width = 160;

/** Which sizes have a picture kept, by what the poster says: every template in each of them. */
export const keptSizes: Record<PosterVoice, string> = {
  usual: 'a4-upright',
  longest: 'a4-across',
  'right-to-left': 'banner-upright',
  accented: 'screen-wide-across',
  shortest: 'screen-tall-upright',
};

/**
 * How far a poster is from its kept picture: the mean difference of a pixel, of 255. `RENEW_POSTERS=1` keeps new ones
 * instead: look at them before you commit them.
 */
export async function differenceFromKept(name: string, svg: string): Promise<number> {
  const path = join(folder, `${name}.png`);
  const picture = sharp(await pictureOf(svg, width * 4))
    .resize({ width })
    .removeAlpha();
  if (process.env.RENEW_POSTERS) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, await picture.png({ palette: true, colours: 48, effort: 8 }).toBuffer());
    return 0;
  }
  const raw = (one: Sharp) =>
    one.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const [now, kept] = await Promise.all([raw(picture), raw(sharp(readFileSync(path)))]);
  if (now.info.width !== kept.info.width || now.info.height !== kept.info.height) return 255;
  let sum = 0;
  for (let at = 0; at < now.data.length; at += 1) sum += Math.abs(now.data[at]! - kept.data[at]!);
  return sum / now.data.length;
}
