/** A file in the data folder: the hash of what it holds is its name. */
export type KeptFile = { hash: string; mediaType: string; size: number };

declare const stored: unique symbol;

/** An image that was drawn anew and lies in the data folder. Only `storeImage` makes one. */
export type StoredImage = KeptFile & { mediaType: 'image/png'; readonly [stored]: true };

/** What an image that somebody sends may have at most, in bytes. */
export const imageLimit = 1024 * 1024;
