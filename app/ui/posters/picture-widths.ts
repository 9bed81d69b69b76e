/** In pixels: what a picture of a poster may be asked for in, beside its own width. */
export const pictureWidths = [240, 360, 480, 720, 960] as const;

export type PictureWidth = (typeof pictureWidths)[number];
