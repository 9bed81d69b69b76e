import { createHash } from 'node:crypto';

export type HashedEvent = {
  seq: number;
  id: string;
  /** UTC ISO with milliseconds. */
  at: string;
  actorId: string | null;
  name: string;
  subjectType: string;
  subjectId: string;
};

export const firstPrevious = '0'.repeat(64);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export function factsDigest(salt: string, facts: string): string {
  return sha256(`${salt}\n${facts}`);
}

/** Binds an event to the one before it. The facts come in by their digest, so an erasure leaves the chain whole. */
export function eventHash(previous: string, event: HashedEvent, digest: string): string {
  const { seq, id, at, actorId, name, subjectType, subjectId } = event;
  return sha256(JSON.stringify([previous, seq, id, at, actorId, name, subjectType, subjectId, digest]));
}
