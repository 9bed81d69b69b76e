export const wordsAMinute = 130;

export const wordsInFiveMinutes = 5 * wordsAMinute;

export function minutesFor(words: number): number {
  return Math.max(1, Math.ceil(words / wordsAMinute));
}

/** Half a minute a question. */
export function minutesForQuestions(count: number): number {
  return Math.max(1, Math.ceil(count / 2));
}
