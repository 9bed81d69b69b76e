import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '#app/ui/page/icon.tsx';

type Near = { id: string; title: string };

/** The way to the case before and the case after. */
export function CaseTurns({
  name,
  previous,
  next,
}: {
  name: string;
  previous: Near | null;
  next: Near | null;
}) {
  if (!previous && !next) return null;
  return (
    <nav className="case-turns" aria-label={m.cases_more_of({ name })}>
      {previous && (
        <Link to={`/cases/${previous.id}`} rel="prev">
          <Icon name="back" size={18} />
          <span>
            <span className="soft small block">{m.cases_previous()}</span>
            <span dir="auto">{previous.title}</span>
          </span>
        </Link>
      )}
      {next && (
        <Link to={`/cases/${next.id}`} rel="next" className="case-turn-next">
          <span>
            <span className="soft small block">{m.cases_next()}</span>
            <span dir="auto">{next.title}</span>
          </span>
          <Icon name="onward" size={18} />
        </Link>
      )}
    </nav>
  );
}
