import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import type { LastTalk } from './last-talk.server.ts';

/** On the team's page: when they last talked, and the way to the next talk. */
export function LastTalkBlock({ last, next, unwritten, open, late }: LastTalk) {
  return (
    <section className="section max-w-wide" aria-labelledby="team-talks">
      <h2 id="team-talks" className="mb-4">
        {m.talk_team_title()}
      </h2>
      <p>
        {last ? (
          <>
            {last.weeksAgo > 0
              ? m.talk_last({ date: last.day, count: last.weeksAgo })
              : m.talk_last_lately({ date: last.day })}{' '}
            <Link to={`/team/talks/${last.id}`} dir="auto">
              {last.title}
            </Link>
          </>
        ) : (
          m.talk_last_never()
        )}
      </p>
      {unwritten && (
        <p className="mt-2">
          {m.talk_unwritten({ when: unwritten.when })}{' '}
          <Link to={`/team/talks/${unwritten.id}`} dir="auto">
            {unwritten.title}
          </Link>
          <br />
          <span className="soft">{m.talk_unwritten_help()}</span>
        </p>
      )}
      {next && (
        <p className="mt-2">
          {m.talk_next({ when: next.when })}{' '}
          <Link to={`/team/talks/${next.id}`} dir="auto">
            {next.title}
          </Link>
        </p>
      )}
      {open > 0 && (
        <p className="soft mt-2">
          {late > 0 ? m.talk_open_late({ count: open, late }) : m.talk_open({ count: open })}
        </p>
      )}
      <div className="actions mt-4">
        <QuietButton to="/team/talks/new">{next ? m.talk_plan_another() : m.talk_plan_next()}</QuietButton>
        <Link className="plain-press" to="/team/talks">
          {m.talk_all()}
        </Link>
      </div>
    </section>
  );
}
