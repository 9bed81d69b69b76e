import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { EventFacts, EventName } from './catalogue.ts';
import { catalogue } from './catalogue.ts';
import { eventHash, factsDigest, firstPrevious } from './event-hash.ts';

export type NewEvent<Name extends EventName> = {
  name: Name;
  subject: { type: string; id: string };
  facts: EventFacts<Name>;
};

/** Writes one event to the end of the chain; returns its `seq`. Every verb calls it at least once. */
export async function record<Name extends EventName>(
  tx: Tx,
  actor: Actor,
  event: NewEvent<Name>,
): Promise<number> {
  const facts = JSON.stringify(catalogue[event.name].parse(event.facts));
  const last = await tx.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const at = now();
  const row = {
    seq: (last?.seq ?? 0) + 1,
    id: ulid(at.getTime()),
    actorId: actorId(actor),
    name: event.name,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
  };
  const salt = randomBytes(16).toString('base64url');
  const digest = factsDigest(salt, facts);
  const previous = last?.hash ?? firstPrevious;
  const hash = eventHash(previous, { ...row, at: at.toISOString() }, digest);
  await tx.event.create({ data: { ...row, at, facts, salt, digest, previous, hash }, select: { seq: true } });
  return row.seq;
}
