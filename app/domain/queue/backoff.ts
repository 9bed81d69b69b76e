/** After this many tries a reaction is parked and waits for a person. */
export const triesBeforeParking = 6;

/** When to try again, in milliseconds after the `tries`-th failure: 2 s, 8 s, 32 s, 2 min, 9 min. */
export function backoff(tries: number): number {
  return 500 * 4 ** tries;
}
