import { system } from '#app/domain/actor/actor.ts';
import { finishMailing } from '#app/domain/culture/mailings/finish-mailing.server.ts';
import { readWorkPlaces } from '#app/domain/culture/mailings/planning/work-place-reads.server.ts';
import type { WorkPlace } from '#app/domain/culture/mailings/planning/working-hours.ts';
import { nextWorkingMoment } from '#app/domain/culture/mailings/planning/working-hours.ts';
import type { DueReader, RunningMailing } from '#app/domain/culture/mailings/readers/due-reads.server.ts';
import {
  anybodyWaits,
  dueReaders,
  runningMailings,
} from '#app/domain/culture/mailings/readers/due-reads.server.ts';
import { keepReaderHours } from '#app/domain/culture/mailings/readers/keep-reader-hours.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';

/** By mailing: before when no further mail of it goes, and how many in a row went wrong. Kept from round to round. */
export type Pace = Map<string, { notBefore: number; wrong: number }>;

export type Turn = { mailingId: string; readerId: string } | { readerId: null; again: number | null };

export type Turns = {
  next: () => Promise<Turn>;
  /** A mail of this mailing has begun: the next one keeps its distance. */
  taken: (mailingId: string) => void;
  /** How many in a row of it have gone wrong by now. */
  settled: (mailingId: string, wentWrong: boolean) => number;
  /** What was looked up does not hold any more. */
  lookAgain: () => void;
  /** Closes what nobody waits for any more. */
  finish: () => Promise<void>;
};

const atOnce = 50;
/** In milliseconds: so long the list of what is running may be old. */
const freshFor = 2000;

/** Who is next, by when they are due, by the hours of their site and by the pace of the mailing. */
export function takeTurns(pace: Pace): Turns {
  const waiting = new Map<string, DueReader[]>();
  let running: RunningMailing[] | null = null;
  let readAt = 0;
  let places = new Map<string, WorkPlace>();

  async function lookUp(mailing: RunningMailing): Promise<DueReader[]> {
    const kept = waiting.get(mailing.id);
    if (kept && kept.length > 0) return kept;
    const due = await dueReaders(reader, mailing.id, atOnce);
    if (due.length > 0 && mailing.inHours) places = await readWorkPlaces(reader);
    waiting.set(mailing.id, due);
    return due;
  }

  /** The first who may get a mail at this hour; whole sites that may not are put off until they may. */
  async function firstInHours(mailing: RunningMailing): Promise<string | null> {
    for (;;) {
      const due = await lookUp(mailing);
      const [first] = due;
      if (!first) return null;
      const place = places.get(first.siteId);
      const at = now();
      const dueAt = mailing.inHours && place ? nextWorkingMoment(at, place, mailing) : at;
      if (dueAt <= at) {
        due.shift();
        return first.id;
      }
      const { siteId } = first;
      await transact((tx) => keepReaderHours(tx, { mailingId: mailing.id, siteId, dueAt }));
      waiting.set(
        mailing.id,
        due.filter((one) => one.siteId !== siteId),
      );
    }
  }

  async function next(): Promise<Turn> {
    let again: number | null = null;
    if (!running || performance.now() - readAt > freshFor) {
      running = await runningMailings(reader);
      readAt = performance.now();
    }
    for (const mailing of running) {
      const wait = (pace.get(mailing.id)?.notBefore ?? 0) - now().getTime();
      if (wait > 0) {
        const due = await lookUp(mailing);
        if (due.length > 0) again = Math.min(again ?? wait, wait);
        continue;
      }
      const readerId = await firstInHours(mailing);
      if (readerId) return { mailingId: mailing.id, readerId };
    }
    return { readerId: null, again };
  }

  return {
    next,
    taken: (mailingId) => {
      const mailing = running?.find(({ id }) => id === mailingId);
      if (!mailing) return;
      const notBefore = now().getTime() + 60_000 / mailing.perMinute;
      pace.set(mailingId, { notBefore, wrong: pace.get(mailingId)?.wrong ?? 0 });
    },
    settled: (mailingId, wentWrong) => {
      const kept = pace.get(mailingId) ?? { notBefore: 0, wrong: 0 };
      const wrong = wentWrong ? kept.wrong + 1 : 0;
      pace.set(mailingId, { ...kept, wrong });
      return wrong;
    },
    lookAgain: () => {
      running = null;
      waiting.clear();
    },
    finish: async () => {
      for (const { id } of running ?? []) {
        if (await anybodyWaits(reader, id)) continue;
        await transact((tx) => finishMailing(tx, system, { mailingId: id }));
        pace.delete(id);
      }
    },
  };
}
