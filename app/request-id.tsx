import { useLocation } from '@remix-run/react';
import { createContext, useContext, useEffect, useState } from 'react';
import * as m from '#app/messages/generated/messages.js';

/** Known on the server alone, while a page is drawn. */
export const RequestIdContext = createContext<string | undefined>(undefined);

/** The server names each request in a header that scripts may read: that of the page, or of what a link fetched last. */
function lastRequestId(): string | undefined {
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  return entries.flatMap(({ serverTiming }) => serverTiming ?? []).findLast(({ name }) => name === 'request')
    ?.description;
}

const mark = 'data-request-id';

/** What the server drew; while a script takes the page over, it has to begin with the same. */
function drawnRequestId(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.querySelector(`[${mark}]`)?.textContent ?? undefined;
}

function ShownRequestId() {
  const drawn = useContext(RequestIdContext);
  const [id, setId] = useState(() => drawn ?? drawnRequestId());
  useEffect(() => {
    const frame = requestAnimationFrame(() => setId((known) => lastRequestId() ?? known));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <p className="soft small">
      {m.app_request_id()}{' '}
      <code className="num select-all" {...{ [mark]: '' }}>
        {id}
      </code>
    </p>
  );
}

/** What whoever looks after Everyhand finds the line in the log by. Another page has another one. */
export function RequestId() {
  const { key } = useLocation();
  return <ShownRequestId key={key} />;
}
