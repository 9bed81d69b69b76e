import sharp from 'sharp';

export type MailImage = {
  content: Buffer;
  mediaType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
};

/** More than a large photograph has. */
const mostPixels = 30_000_000;

/**
 * A drawing or a picture of ours as every mail program shows it: a drawing as PNG, a photograph as JPEG, at most so
 * many pixels wide.
 */
export async function mailImage(
  kept: Uint8Array,
  { isDrawing, widest }: { isDrawing: boolean; widest: number },
): Promise<MailImage> {
  const image = sharp(kept, { limitInputPixels: mostPixels, pages: 1 })
    .timeout({ seconds: 10 })
    .resize({ width: widest, withoutEnlargement: !isDrawing })
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' });
  const drawn = isDrawing ? image.png({ palette: true, compressionLevel: 9 }) : image.jpeg({ quality: 80 });
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
  return {
    content: data,
    mediaType: isDrawing ? 'image/png' : 'image/jpeg',
    width: info.width,
    height: info.height,
  };
}
