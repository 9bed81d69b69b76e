import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { JobsView } from './jobs-view.server.ts';

/** What did not succeed: those first that wait for a person. Nothing at all where all went well. */
export function FailedTries({ tries }: { tries: JobsView['tries'] }) {
  if (tries.length === 0) return null;
  return (
    <section aria-labelledby="tries">
      <h2 id="tries" className="mb-4">
        {m.jobs_tries_title()}
      </h2>
      <ul className="lines">
        {tries.map((one) => (
          <li key={`${one.reaction} ${one.seq}`}>
            <h3>{one.words}</h3>
            {one.state === 'parked' ? (
              <StateMark tone="bad">{m.jobs_try_stopped()}</StateMark>
            ) : (
              <StateMark>{m.jobs_try_waiting()}</StateMark>
            )}
            <p className="soft">
              {one.event && one.happened
                ? m.jobs_try_event({ event: one.event, number: one.seq, when: one.happened })
                : m.jobs_try_no_event({ number: one.seq })}
            </p>
            <p className="full break-words">{m.jobs_try_reason({ reason: one.reason })}</p>
            <p className="soft">
              {one.state === 'parked'
                ? m.jobs_try_tried({ count: one.tries })
                : m.jobs_try_next({ count: one.tries, when: one.nextAt ?? '' })}
            </p>
            <div className="full mt-2">
              <QuietButton small to={`/admin/jobs/reactions/${one.reaction}/${one.seq}/run-again`}>
                {m.jobs_run_again()}
                <span className="sr-only"> {m.jobs_run_again_which({ number: one.seq })}</span>
              </QuietButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
