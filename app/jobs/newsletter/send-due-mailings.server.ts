import { system } from '#app/domain/actor/actor.ts';
import { pauseMailing } from '#app/domain/culture/mailings/pause-mailing.server.ts';
import { keepReaderOutcomes } from '#app/domain/culture/mailings/readers/keep-reader-outcomes.server.ts';
import { releaseReaders } from '#app/domain/culture/mailings/readers/reader-steps.sql.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import type { Out } from '../mail/deliver-mail.server.ts';
import { sendDueMails } from '../mail/send-due-mails.server.ts';
import type { BegunTurn } from './begin-readers.server.ts';
import { beginReaders } from './begin-readers.server.ts';
import { keepRoundFacts } from './round-facts.server.ts';
import type { SentTurn } from './send-turn.server.ts';
import { sendTurn } from './send-turn.server.ts';
import type { Pace } from './turns.server.ts';
import { takeTurns } from './turns.server.ts';
import { watchOthers } from './watch-others.server.ts';

/** `again`: in how many milliseconds the next mail may go, where only the pace holds it back. */
export type MailingRound = { state: 'done' | 'unreachable'; again: number | null };

const nothing: SentTurn = { settled: [], released: [], because: null };

/**
 * Sends the newsletter to those whose turn it is, one after the other; whatever else wants to leave goes first. One
 * commit a turn: what became of the last one is written down with that the next is on its way.
 */
export async function sendDueMailings(out: Out, pace: Pace): Promise<MailingRound> {
  // Its links would lead nowhere.
  if (!out.settings.linkBase) return { state: await sendDueMails(out), again: null };
  const turns = takeTurns(pace);
  const facts = keepRoundFacts();
  const others = watchOthers();
  let last: SentTurn = nothing;
  const begin = async (readerIds: readonly string[]): Promise<BegunTurn> => {
    const { settled, released } = last;
    last = nothing;
    const isNothing = settled.length + released.length + readerIds.length === 0;
    if (isNothing) return { taken: 0, begun: [] };
    const today = dateIn((await facts()).company.timeZone);
    return others.mine(() =>
      transact(async (tx) => {
        await keepReaderOutcomes(tx, settled);
        await releaseReaders(tx, released);
        return beginReaders(tx, readerIds, today);
      }),
    );
  };
  const writeDown = () => begin([]);
  for (;;) {
    if (out.stop.aborted || (await others.wait())) {
      await writeDown();
      const first = await sendDueMails(out);
      if (out.stop.aborted || first === 'unreachable') return { state: first, again: null };
    }
    const turn = await turns.next();
    if (turn.mailing === null) {
      await writeDown();
      await turns.finish();
      return { state: 'done', again: turn.again };
    }
    const { mailing, readers } = turn;
    const { taken, begun } = await begin(readers.map(({ id }) => id));
    last = await sendTurn(begun, { mailing, out, turns, others, facts });
    const { because } = last;
    turns.putBack(turn, last.released);
    if (because === null && taken === readers.length) continue;
    await writeDown();
    if (because === 'unreachable') return { state: because, again: null };
    if (because === 'refused') {
      await transact((tx) => pauseMailing(tx, system, { mailingId: mailing.id, because }));
      pace.delete(mailing.id);
    }
    turns.lookAgain();
  }
}
