import { Link } from '@remix-run/react';
import type { HuddleState } from '#app/domain/culture/huddles/huddle.ts';
import * as m from '#app/messages/generated/messages.js';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { stateTones } from '../words.ts';

type Props = { id: string; state: HuddleState; stand: string; took: string[] };

/** Where there is nothing to fill in: who was there, or why nobody can say so. */
export function TookPart({ id, state, stand, took }: Props) {
  if (state === 'coming' || state === 'missed') {
    return (
      <>
        <h2 id="huddle-held">{m.huddle_form_title()}</h2>
        <p className="soft mt-2 max-w-wide">
          {state === 'coming' ? m.huddle_form_coming() : m.huddle_form_missed()}
        </p>
      </>
    );
  }
  return (
    <>
      <h2 id="huddle-held" className="mb-2">
        {m.huddle_done_title()}
      </h2>
      <p className="mb-4">
        <StateMark tone={stateTones[state]}>{stand}</StateMark>
      </p>
      <p className="mb-2">{m.huddle_took_part({ count: took.length })}</p>
      <ul className="huddle-names max-w-wide">
        {took.map((name, index) => (
          <li key={`${index} ${name}`} dir="auto">
            {name}
          </li>
        ))}
      </ul>
      {state === 'told' && (
        <p className="mt-6 max-w-wide">
          {m.huddle_correct_until()}{' '}
          <Link to={`/team/huddles/${id}?correct=1#done`} className="inline-flex min-h-touch items-center">
            {m.huddle_correct()}
          </Link>
        </p>
      )}
    </>
  );
}
