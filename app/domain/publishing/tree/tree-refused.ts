/** The second lock: something that no document may hold got past the gate. */
export class TreeRefused extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`A document may not hold ${what}.`);
    this.what = what;
  }
}
