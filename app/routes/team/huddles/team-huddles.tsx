import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { showTeamHuddles } from './team-huddles.server.ts';

type Props = Awaited<ReturnType<typeof showTeamHuddles>>;

/** On the team's page: this week's sheet, and when the last one was held. */
export function TeamHuddles({ huddles, several, last }: Props) {
  return (
    <section className="section" aria-labelledby="team-huddles">
      <h2 id="team-huddles" className="mb-4">
        {m.huddle_team_title()}
      </h2>
      <ul className="lines max-w-wide">
        {huddles.map(({ id, title, language, department, tone, stand }) => (
          <li key={id}>
            <h3 lang={language} dir="auto">
              <Link to={`/team/huddles/${id}`}>{title}</Link>
            </h3>
            <StateMark tone={tone}>{stand}</StateMark>
            {several && <p className="soft">{department}</p>}
          </li>
        ))}
        {huddles.length === 0 && <li className="soft">{m.huddle_team_none()}</li>}
      </ul>
      <p className="actions">
        <span className="soft">{last ? m.huddle_team_last({ date: last }) : m.huddle_team_never()}</span>
        <Link to="/team/huddles" className="inline-flex min-h-touch items-center">
          {m.huddle_team_all()}
        </Link>
      </p>
    </section>
  );
}
