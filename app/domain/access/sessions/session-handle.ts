import { createHash } from 'node:crypto';

/** A short name for a session that stands in addresses. It leads back only by trying one's own sessions. */
export function sessionHandle(sessionId: string): string {
  return createHash('sha256').update(`handle ${sessionId}`).digest('base64url').slice(0, 16);
}
