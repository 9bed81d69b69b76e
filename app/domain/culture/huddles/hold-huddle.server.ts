import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { mayBeTold } from './huddle.ts';
import { readHuddlePeople } from './huddle-people-reads.server.ts';
import { findHuddle, partsOf } from './huddle-reads.server.ts';
import { daysOfWeek } from './week.ts';

export type HoldHuddle = { huddleId: string; heldOn: string; people: string[] };

export type HoldHuddleRefusal =
  'not-allowed' | 'too-early' | 'over' | 'other-week' | 'day-to-come' | 'nobody' | 'not-there';

/**
 * The head says that it was held, and who took part. Until the day ends they may say it anew: what was said last counts
 * then, and what follows from it follows from that alone.
 */
export async function holdHuddle(
  tx: Tx,
  actor: PersonActor,
  input: HoldHuddle,
): Promise<{ ok: true; heldId: string } | Refused<HoldHuddleRefusal>> {
  const { huddleId, heldOn } = input;
  const huddle = await findHuddle(tx, huddleId);
  if (!huddle || !mayLeadTalks(actor, huddle.departmentId)) return { refused: 'not-allowed' };
  if (huddle.state === 'coming') return { refused: 'too-early' };
  if (!mayBeTold(huddle.state)) return { refused: 'over' };
  if (!daysOfWeek(huddle.mondayOn).includes(heldOn)) return { refused: 'other-week' };
  if (heldOn > dateIn(huddle.timeZone)) return { refused: 'day-to-come' };
  const people = [...new Set(input.people)];
  if (people.length === 0) return { refused: 'nobody' };
  const there = new Set((await readHuddlePeople(tx, huddle, heldOn)).map(({ personId }) => personId));
  if (!people.every((personId) => there.has(personId))) return { refused: 'not-there' };
  const { versionId, held } = huddle;
  if (held && held.heldOn === heldOn && (await isSaidAlready(tx, held.id, people)))
    return { ok: true, heldId: held.id };
  const id = ulid();
  await tx.huddleHeld.create({
    data: { id, huddleId, versionId, heldOn, toldById: actor.id, toldAt: now() },
    select: { id: true },
  });
  await tx.huddlePart.createMany({ data: people.map((personId) => ({ heldId: id, personId })) });
  await record(tx, actor, {
    name: 'huddle.held',
    subject: { type: 'huddle', id: huddleId },
    facts: { heldId: id, day: heldOn, versionId, count: people.length },
  });
  return { ok: true, heldId: id };
}

/** Pressed twice, it is told once. */
async function isSaidAlready(tx: Tx, heldId: string, people: string[]): Promise<boolean> {
  const told = (await partsOf(tx, [heldId])).get(heldId) ?? [];
  return told.length === people.length && told.every(({ personId }) => people.includes(personId));
}
