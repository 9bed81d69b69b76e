import { now } from '../clock/clock.server.ts';

const seen = new Map<string, Date>();

/** A request of a session has come. Kept in memory: a page that is read writes nothing. */
export function noteSeen(sessionId: string): void {
  seen.set(sessionId, now());
}

export function lastSeen(sessionId: string): Date | undefined {
  return seen.get(sessionId);
}

/** What was seen since the last call, to be written down. */
export function takeSeen(): { sessionId: string; at: Date }[] {
  const taken = [...seen].map(([sessionId, at]) => ({ sessionId, at }));
  seen.clear();
  return taken;
}
