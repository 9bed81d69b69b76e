import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { NoticeFacts, NoticeKind } from './notice.ts';

export type GiveNotice = { personId: string; kind: NoticeKind; facts: NoticeFacts; eventSeq: number };

/** At most one notice of a kind for each event and person, however often it is given. */
export async function giveNotice(tx: Tx, actor: Actor, input: GiveNotice): Promise<{ ok: true }> {
  const { personId, kind, facts, eventSeq } = input;
  const given = { eventSeq_kind_personId: { eventSeq, kind, personId } };
  if (await tx.notice.findUnique({ where: given, select: { id: true } })) return { ok: true };
  const id = ulid();
  await tx.notice.create({
    data: { id, personId, kind, facts: JSON.stringify(facts), eventSeq, createdAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'notice.given',
    subject: { type: 'notice', id },
    facts: { kind, eventSeq },
  });
  return { ok: true };
}
