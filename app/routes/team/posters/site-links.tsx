import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';

type Props = { sites: { id: string; name: string }[]; current: string };

export function SiteLinks({ sites, current }: Props) {
  return (
    <nav className="poster-filters" aria-label={m.poster_list_sites()}>
      <ul>
        {sites.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={`/team/posters?site=${id}`}
              aria-current={id === current ? 'true' : undefined}
              dir="auto"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
