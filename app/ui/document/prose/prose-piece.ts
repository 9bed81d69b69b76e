/** A run of text as HTML, or what stands between two runs and is a page's own to draw. */
export type ProsePiece = { html: string } | { prompt: string };
