/** A picture that stands beside its document, made ready: drawn anew, or a drawing that holds nothing else. */
export type Picture = {
  /** As the document names it. */
  src: string;
  /** SHA-256 of what the author gave: another version of the picture is another version of the document. */
  given: string;
  /** SHA-256 of what is kept, and its name. */
  hash: string;
  mediaType: 'image/webp' | 'image/svg+xml';
  content: Uint8Array;
};

export type PictureFault = 'picture-missing' | 'picture-unfit';

export type PictureReader = (src: string) => Promise<Picture | { fault: PictureFault }>;

const endings = { 'image/webp': 'webp', 'image/svg+xml': 'svg' } as const;

export function pictureName({ hash, mediaType }: Pick<Picture, 'hash' | 'mediaType'>): string {
  return `${hash}.${endings[mediaType]}`;
}

/** Of a name in an address, what kind of picture it says it is. */
export function mediaTypeOf(ending: string): Picture['mediaType'] | null {
  if (ending === 'webp') return 'image/webp';
  return ending === 'svg' ? 'image/svg+xml' : null;
}

/** Of another site, or of this one by its whole path: nothing that stands beside the document. */
export function isBeside(src: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src);
}
