import { baseLocale } from '#app/messages/generated/runtime.js';

/** Of the furniture's own words, which may stand inside a text in another language. */
export const wordsLanguage: string = baseLocale;
