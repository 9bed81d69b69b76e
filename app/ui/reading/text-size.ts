import { createContext } from 'react';

export const textSizes = ['normal', 'large', 'largest'] as const;

export type TextSize = (typeof textSizes)[number];

/** Chosen by the reader for all texts. Told once around all pages, so that none has to hand it on. */
export const TextSizeContext = createContext<TextSize>('normal');
