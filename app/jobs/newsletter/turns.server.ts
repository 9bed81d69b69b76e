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

/** By mailing: when the last mail of it began, and how many in a row went wrong. Kept from round to round. */
export type Pace = Map<string, { begunAt: number; wrong: number }>;

/** Whose turn it is: of one mailing, and few enough that a stop leaves few of whom nobody knows. */
export type Turn = { mailing: RunningMailing; readers: DueReader[] };

export type Turns = {
  next: () => Promise<Turn | { mailing: null; again: number | null }>;
  /** In milliseconds: until another mail of it may begin. */
  wait: (mailing: RunningMailing) => number;
  /** A mail of this mailing begins: the next one keeps its distance. */
  begins: (mailingId: string) => void;
  /** How many in a row of it have gone wrong by now. */
  settled: (mailingId: string, wentWrong: boolean) => number;
  /** Those of a turn that did not begin are next, and turns become as short as this one was; else they grow. */
  putBack: (turn: Turn, readerIds: readonly string[]) => void;
  /** What was looked up does not hold any more. */
  lookAgain: () => void;
  /** Closes what nobody waits for any more. */
  finish: () => Promise<void>;
};

const atOnce = 50;
/** After a crash nobody knows of so many whether they have it. */
const longestTurn = 10;
/** In milliseconds between two mails: where they keep more distance than that, each has a turn of its own. */
const closeTogether = 10;
/** In milliseconds: so long the list of what is running may be old. */
const freshFor = 2000;

/** In milliseconds between the starts of two mails. */
const distance = ({ perMinute }: RunningMailing) => 60_000 / perMinute;

/** Who is next, by when they are due, by the hours of their site and by the pace of the mailing. */
export function takeTurns(pace: Pace): Turns {
  const waiting = new Map<string, DueReader[]>();
  let running: RunningMailing[] | null = null;
  let readAt = 0;
  let places = new Map<string, WorkPlace>();
  let length = 1;

  async function lookUp(mailing: RunningMailing): Promise<DueReader[]> {
    const kept = waiting.get(mailing.id);
    if (kept && kept.length > 0) return kept;
    const due = await dueReaders(reader, mailing.id, atOnce);
    if (due.length > 0 && mailing.inHours) places = await readWorkPlaces(reader);
    waiting.set(mailing.id, due);
    return due;
  }

  /** The first who may get a mail at this hour; whole sites that may not are put off until they may. */
  async function firstInHours(mailing: RunningMailing): Promise<DueReader[]> {
    for (;;) {
      const due = await lookUp(mailing);
      const most = distance(mailing) > closeTogether ? 1 : length;
      const late = mailing.inHours ? firstClosed(due.slice(0, most), mailing) : null;
      if (!late) return due.splice(0, most);
      const { siteId, dueAt } = late;
      await transact((tx) => keepReaderHours(tx, { mailingId: mailing.id, siteId, dueAt }));
      waiting.set(
        mailing.id,
        due.filter((one) => one.siteId !== siteId),
      );
    }
  }

  /** A site of theirs that does not work at this moment, and when it does. */
  function firstClosed(due: DueReader[], mailing: RunningMailing) {
    const at = now();
    for (const siteId of new Set(due.map((one) => one.siteId))) {
      const place = places.get(siteId);
      const dueAt = place ? nextWorkingMoment(at, place, mailing) : at;
      if (dueAt > at) return { siteId, dueAt };
    }
    return null;
  }

  function wait(mailing: RunningMailing): number {
    const kept = pace.get(mailing.id);
    if (!kept) return 0;
    const at = now().getTime();
    // A clock that was put back holds nothing up for longer than the pace does.
    kept.begunAt = Math.min(kept.begunAt, at);
    return kept.begunAt + distance(mailing) - at;
  }

  async function next() {
    let again: number | null = null;
    if (!running || performance.now() - readAt > freshFor) {
      running = await runningMailings(reader);
      readAt = performance.now();
    }
    for (const mailing of running) {
      const left = wait(mailing);
      if (left > 0) {
        const due = await lookUp(mailing);
        if (due.length > 0) again = Math.min(again ?? left, left);
        continue;
      }
      const readers = await firstInHours(mailing);
      if (readers.length > 0) return { mailing, readers };
    }
    return { mailing: null, again };
  }

  return {
    next,
    wait,
    begins: (mailingId) => {
      pace.set(mailingId, { begunAt: now().getTime(), wrong: pace.get(mailingId)?.wrong ?? 0 });
    },
    settled: (mailingId, wentWrong) => {
      const kept = pace.get(mailingId) ?? { begunAt: 0, wrong: 0 };
      const wrong = wentWrong ? kept.wrong + 1 : 0;
      pace.set(mailingId, { ...kept, wrong });
      return wrong;
    },
    putBack: ({ mailing, readers }, readerIds) => {
      const back = readers.filter(({ id }) => readerIds.includes(id));
      length = back.length > 0 ? readers.length - back.length : Math.min(length * 2, longestTurn);
      waiting.get(mailing.id)?.unshift(...back);
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
