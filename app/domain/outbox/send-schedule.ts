/** Minutes after each try that was put off: close together at first, two days in all. */
const waits = [1, 5, 15, 30, 60, 120, 240, 360, 480, 720, 840];

/** When a mail that was put off for the `tries`-th time goes again; null once that is enough. */
export function nextSending(tries: number, at: Date): Date | null {
  const minutes = waits[tries - 1];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}
