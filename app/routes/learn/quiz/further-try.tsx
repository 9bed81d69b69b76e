import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import type { ShownFurtherTry } from './further-try.server.ts';

/** With no try left: the way to one more, or who was asked for it, and when. */
export function FurtherTry({ further }: { further: ShownFurtherTry }) {
  const { home, asked, showScores } = further;
  const readAgain = <QuietButton to={home}>{m.learn_read_again()}</QuietButton>;
  if (asked) {
    const { head, date } = asked;
    return (
      <div className="prose">
        <p>{head ? m.quiz_further_asked_head({ name: head, date }) : m.quiz_further_asked_hr({ date })}</p>
        <div className="actions">{readAgain}</div>
      </div>
    );
  }
  return (
    <div className="prose">
      <p>{m.quiz_further_lead()}</p>
      <form method="post" action={`${home}/ask-for-try`}>
        <div className="actions">
          <SubmitOnce>{m.quiz_further_button()}</SubmitOnce>
          {readAgain}
        </div>
      </form>
      <p className="soft small mt-4">{showScores ? m.quiz_further_seen_scores() : m.quiz_further_seen()}</p>
    </div>
  );
}
