import { useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { tabletPath } from './tablet-path.ts';

/** In seconds. All shorter than the two minutes after which the server no longer knows the session. */
const leavesAfter = { withScript: 105, withoutScript: 115 };
const warnsAfter = 85;
const asksAfter = 10;

/** Who is signed in on the shared device, and the way out. */
export function TabletDone({ name }: { name: string }) {
  return (
    <form method="post" action="/sign-out" className="tablet-done">
      <span dir="auto">{m.tablet_signed_in({ name })}</span>
      <button className="btn">{m.tablet_done()}</button>
    </form>
  );
}

/** Where an idle screen goes; null where it is already. */
function useLeaveTo(personId: string): string | null {
  const { pathname, search } = useLocation();
  if (/^\/tablet(\/|$)/.test(pathname)) return null;
  return tabletPath(pathname + search, personId);
}

/** In the head of every page of a shared device, for browsers without a script. */
export function TabletRefresh({ personId }: { personId: string }) {
  const leaveTo = useLeaveTo(personId);
  if (!leaveTo) return null;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${leavesAfter.withoutScript};url=${leaveTo}`} />
    </noscript>
  );
}

/** The same with a script: whatever one does on the screen postpones it, and tells the server that one is there. */
export function TabletWatch({ personId }: { personId: string }) {
  const leaveTo = useLeaveTo(personId);
  const [warns, setWarns] = useState(false);

  useEffect(() => {
    if (!leaveTo) return;
    // The page has just come, so the server knows.
    let touchedAt = Date.now();
    let askedAt = touchedAt;
    const since = (then: number) => (Date.now() - then) / 1000;
    const leave = () => window.location.assign(leaveTo);
    const touch = () => {
      touchedAt = Date.now();
      setWarns(false);
    };
    const look = () => {
      if (since(touchedAt) >= leavesAfter.withScript) return leave();
      setWarns(since(touchedAt) >= warnsAfter);
      if (touchedAt <= askedAt || since(askedAt) < asksAfter) return;
      askedAt = Date.now();
      // Without a network nothing is known; the next look asks again.
      fetch('/tablet/awake', { redirect: 'manual' }).then(
        ({ status }) => status !== 204 && leave(),
        () => undefined,
      );
    };
    const signs = ['pointerdown', 'keydown', 'input', 'scroll'];
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true });
    const timer = window.setInterval(look, 1000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
      window.clearInterval(timer);
    };
  }, [leaveTo]);

  return <output className={warns ? 'tablet-warning' : 'sr-only'}>{warns && m.tablet_still_there()}</output>;
}
