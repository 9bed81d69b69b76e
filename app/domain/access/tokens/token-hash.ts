import { createHash } from 'node:crypto';

/** Tokens are random enough that a plain hash keeps them. Only the hash is stored. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
