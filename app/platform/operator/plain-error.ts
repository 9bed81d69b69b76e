/**
 * Something an operator can mend; the message says what and how. Told by its mark and not by its class, since
 * the server's bundle and the house's each have the class.
 */
export class PlainError extends Error {
  readonly isPlain = true;
}

export function isPlainError(error: unknown): error is PlainError {
  return error instanceof Error && 'isPlain' in error;
}
