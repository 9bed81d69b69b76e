import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';

const places = [
  { to: '/cases', title: m.cases_title, about: m.cases_about },
  { to: '/glossary', title: m.cases_glossary_title, about: m.cases_glossary_about },
  { to: '/sources', title: m.cases_sources_title, about: m.cases_sources_about },
];

/** What stands beside the courses, to be opened when one needs it. */
export function LookUp({ without }: { without?: string }) {
  return (
    <section className="look-up section print:hidden">
      <h2>{m.cases_look_up()}</h2>
      <ul className="lines">
        {places
          .filter(({ to }) => to !== without)
          .map(({ to, title, about }) => (
            <li key={to}>
              <h3>
                <Link to={to}>{title()}</Link>
              </h3>
              <span className="soft">{about()}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
