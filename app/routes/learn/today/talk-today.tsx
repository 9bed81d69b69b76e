import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Aside } from '#app/ui/page/aside.tsx';
import type { TalkTodayView } from './talk-today.server.ts';

/** A talk of today or tomorrow, and the way to what one agreed to do: whether it is due, too. */
export function TalkToday({ talks, due, open }: TalkTodayView) {
  return (
    <>
      {talks.map(({ id, title, place, time, isToday }) => (
        <Aside
          key={id}
          eyebrow={isToday ? m.talk_today({ time }) : m.talk_tomorrow({ time })}
          title={<Link to={`/talks/meetings/${id}`}>{title}</Link>}
        >
          <p className="soft wrap-anywhere" dir="auto">
            {place}
          </p>
        </Aside>
      ))}
      {open > 0 && (
        <p className="my-6">
          <Link className="plain-press" to="/actions">
            {due > 0 ? m.action_due_today({ count: due }) : m.action_mine()}
          </Link>
        </p>
      )}
    </>
  );
}
