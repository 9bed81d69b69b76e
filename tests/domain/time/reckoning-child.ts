import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { completeModule } from '#app/domain/learning/completions/complete-module.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { dateIn, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { moduleSource, writeContent } from '../../support/content.ts';
import { openTestDatabase } from '../../support/database.ts';
import { textOf } from '../../support/learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';
import { changesIn, momentsIn, zones } from './moments.ts';

const hour = 3_600_000;

export type Reckoned = {
  dates: string[];
  completions: string[];
  /** How long after it was issued each token and each session ends, in milliseconds. */
  tokens: number[];
  sessions: number[];
  /** Whether a session opens a moment before its end, and at it. */
  ends: [before: boolean, at: boolean][];
};

async function sessionAcross(personId: string, change: number) {
  const begins = change - 6 * hour;
  const opened = await underClock(new Date(begins), () =>
    done(transact((tx) => openSession(tx, system, { personId, method: 'password' }))),
  );
  const opensAt = (at: number) =>
    underClock(new Date(at), async () => (await sessionByToken(reader, opened.token)) !== null);
  // Whoever makes no request for two hours is signed out before.
  for (let at = begins; at < begins + 12 * hour; at += hour) await opensAt(at);
  const end = opened.expiresAt.getTime();
  return { lasts: end - begins, ends: [await opensAt(end - 1), await opensAt(end)] as [boolean, boolean] };
}

async function reckon(zone: string, actor: PersonActor, personId: string): Promise<Reckoned> {
  const reckoned: Reckoned = { dates: [], completions: [], tokens: [], sessions: [], ends: [] };
  const text = await textOf(actor, 'common', 'only');
  const { documentId, versionId } = text;
  const there = { ...actor, siteTimeZone: zone };
  for (const { at } of momentsIn(zone)) {
    reckoned.dates.push(dateIn(zone, new Date(at)));
    await underClock(new Date(at), () =>
      transact(async (tx) => {
        await beginModule(tx, there, { documentId, versionId, firstPart: 'part-1' });
        return completeModule(tx, there, { documentId, versionId, attemptId: null });
      }),
    );
    const completedAt = new Date(at);
    const kept = await reader.completion.findFirstOrThrow({ where: { completedAt, timeZone: zone } });
    reckoned.completions.push(kept.completedOn);
  }
  for (const change of changesIn(zone)) {
    for (const purpose of ['reset', 'invitation'] as const) {
      const { expiresAt } = await underClock(new Date(change - hour / 2), () =>
        transact((tx) => issueToken(tx, system, { purpose, personId: actor.id, channel: 'mail' })),
      );
      reckoned.tokens.push(expiresAt!.getTime() - (change - hour / 2));
    }
    const { lasts, ends } = await sessionAcross(personId, change);
    reckoned.sessions.push(lasts);
    reckoned.ends.push(ends);
  }
  return reckoned;
}

/** Reckons with every moment of every zone, on a machine whose own zone is that of `TZ`, and prints what comes out. */
const database = await openTestDatabase();
const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
const only = moduleSource({ title: 'Only' });
const course = { slug: 'common', title: 'Common', audience: 'everyone', modules: { only } };
await importContent(system, writeContent(`${database.folder}/content`, [course]));
const personId = await hire({ name: 'Chidi', roles: ['hr'], ...place });
await transact((tx) => tx.employment.updateMany({ data: { hiredOn: '2010-01-01' } }));
const actor = await actorOf(personId);
const reckoned: Record<string, Reckoned> = {};
for (const zone of zones) {
  await transact((tx) => tx.company.updateMany({ data: { timeZone: zone } }));
  reckoned[zone] = await reckon(zone, actor, personId);
}
const machine = [Intl.DateTimeFormat().resolvedOptions().timeZone, String(new Date(0).getTimezoneOffset())];
await database.close();
process.stdout.write(JSON.stringify({ machine, reckoned }));
