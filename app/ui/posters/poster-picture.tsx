import { pictureWidths, type PictureWidth } from './picture-widths.ts';

type Props = {
  /** `/posters/four-thumbs-up.png`, with or without a query. */
  src: string;
  /** Empty where the words stand beside it. */
  alt: string;
  /** Of the whole picture; a page keeps its place free. */
  pixels: readonly [width: number, height: number];
  /** As wide as it is shown at most. */
  sizes: string;
  widest: PictureWidth;
  eager?: boolean;
};

/** A poster, as small as the page needs it. */
export function PosterPicture({ src, alt, pixels: [width, height], sizes, widest, eager = false }: Props) {
  const at = (wanted: number) => `${src}${src.includes('?') ? '&' : '?'}width=${wanted}`;
  const widths = pictureWidths.filter((one) => one <= widest);
  return (
    <img
      className="poster-picture"
      src={at(widest)}
      srcSet={widths.map((one) => `${at(one)} ${one}w`).join(', ')}
      sizes={sizes}
      alt={alt}
      width={widest}
      height={Math.round((widest * height) / width)}
      loading={eager ? undefined : 'lazy'}
      decoding="async"
    />
  );
}
