import { hkdfSync } from 'node:crypto';

let secret: string | undefined;
const made = new Map<string, Buffer>();

/** Set once at start, with the secret that the data folder or SESSION_SECRET holds. */
export function configureKeys(from: string): void {
  secret = from;
  made.clear();
}

/** A key of 32 bytes that serves one purpose alone, so that what is signed for one proves nothing for another. */
export function keyFor(purpose: string): Buffer {
  if (secret === undefined) throw new Error('The secret that keys are made from is not configured.');
  const key = made.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  made.set(purpose, key);
  return key;
}
