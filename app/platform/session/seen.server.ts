import { now } from '../clock/clock.server.ts';

const seen = new Map<string, Date>();
const unwritten = new Set<string>();
/** By then it has been written down, many times over. */
const forgottenAfter = 60 * 60_000;

/** A request of a session has come. Kept in memory: a page that is read writes nothing. */
export function noteSeen(sessionId: string): void {
  seen.set(sessionId, now());
  unwritten.add(sessionId);
}

export function lastSeen(sessionId: string): Date | undefined {
  return seen.get(sessionId);
}

/** What was seen since the last call, to be written down. It stays known here while it is on its way. */
export function takeSeen(): { sessionId: string; at: Date }[] {
  const taken = [...unwritten].flatMap((sessionId) => {
    const at = seen.get(sessionId);
    return at ? [{ sessionId, at }] : [];
  });
  unwritten.clear();
  for (const [sessionId, at] of seen) {
    if (now().getTime() - at.getTime() > forgottenAfter) seen.delete(sessionId);
  }
  return taken;
}
