import type { PersonActor } from '#app/domain/actor/actor.ts';
import { recurringNames, runState } from '#app/domain/queue/job.ts';
import { readReactions, readRuns, readTries } from '#app/domain/queue/job-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { reactionInWords, reactionWords, recurringWords, runReason } from './words.ts';

const triesShown = 100;

/** All that runs by itself, in words and in the reader's time. */
export async function jobsView(actor: PersonActor, locale: string) {
  const format = new Intl.NumberFormat(locale);
  const moment = (at: Date | null) => at && formatMoment(at, locale, actor.siteTimeZone);
  const progress = await readReactions(reader);
  const tries = await readTries(reader, triesShown);
  const runs = await readRuns(reader);
  const stopped = progress.reduce((sum, one) => sum + one.stopped, 0);
  return {
    stopped: stopped > 0 ? m.jobs_stopped({ count: stopped, number: format.format(stopped) }) : null,
    reactions: progress.map(({ reaction, behind, since, ...counts }) => ({
      reaction,
      words: reactionWords[reaction](),
      behind: format.format(behind),
      since: moment(since),
      waiting: format.format(counts.waiting),
      stopped: format.format(counts.stopped),
    })),
    tries: tries.map(({ event, ...one }) => ({
      ...one,
      words: reactionInWords(one.reaction),
      event: event?.name ?? null,
      happened: moment(event?.at ?? null),
      nextAt: moment(one.nextAt),
    })),
    recurring: recurringNames.map((job) => {
      const run = runs.find((one) => one.job === job) ?? null;
      return {
        job,
        words: recurringWords[job](),
        state: runState(run),
        reason: runReason(run?.reason ?? null),
        startedAt: moment(run?.startedAt ?? null),
        nextAt: moment(run?.nextAt ?? null),
      };
    }),
  };
}

export type JobsView = Awaited<ReturnType<typeof jobsView>>;
