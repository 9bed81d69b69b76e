import { Link } from '@remix-run/react';
import type { ReaderState } from '#app/domain/culture/mailings/mailing.ts';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Progress } from '#app/ui/page/progress.tsx';
import type { StateTone } from '#app/ui/page/state-mark.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';

type Props = {
  id: string;
  /** Whether what failed can go again, and what is uncertain be settled. */
  settle: boolean;
  done: number;
  total: number;
  text: string;
  ends: string | null;
  /** Why nothing moves just now. */
  idle: string | null;
  isMoving: boolean;
  failed: number;
  uncertain: number;
  counts: { state: ReaderState; words: string; tone: StateTone; count: string }[];
};

/** How far it is, who stands where, and what one can do about those who are stuck. */
export function ReaderProgress(props: Props) {
  const { id, settle, done, total, text, ends, idle, isMoving, failed, uncertain, counts } = props;
  const to = (path: string) => `/studio/mailings/${id}${path}`;
  return (
    <section aria-labelledby="progress" className="mb-8">
      <h2 id="progress" className="mb-3">
        {m.mailing_progress()}
      </h2>
      <Progress value={done} max={total} label={m.mailing_progress()} text={text} />
      {idle && <p className="mt-3">{idle}</p>}
      {ends && <p className="mt-3">{ends}</p>}
      {isMoving && (
        <p>
          <Link to={to('')} className="inline-flex min-h-touch items-center" reloadDocument>
            {m.mailing_look_again()}
          </Link>
        </p>
      )}
      <ul className="lines mt-6 max-w-wide" aria-label={m.mailing_counts()}>
        {counts.map(({ state, words, tone, count }) => (
          <li key={state} className="!py-1">
            <StateMark tone={tone}>{words}</StateMark>
            <span className="num">
              <Link
                to={to(`/readers?state=${state}`)}
                className="inline-flex min-h-touch min-w-touch items-center justify-end"
                aria-label={`${words}: ${count}`}
              >
                {count}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {settle && failed > 0 && (
        <div className="mt-6">
          <p className="mb-3 max-w-wide">{m.mailing_failed_about({ count: failed })}</p>
          <QuietButton to={to('/try-again')}>{m.mailing_try_again()}</QuietButton>
        </div>
      )}
      {uncertain > 0 && (
        <div className="mt-6">
          <p className="mb-3 max-w-wide">{m.mailing_uncertain_about({ count: uncertain })}</p>
          <div className="actions">
            <QuietButton to={to('/count-as-sent')}>{m.mailing_count_as_sent()}</QuietButton>
            {settle && <QuietButton to={to('/send-again')}>{m.mailing_send_again()}</QuietButton>}
          </div>
        </div>
      )}
    </section>
  );
}
