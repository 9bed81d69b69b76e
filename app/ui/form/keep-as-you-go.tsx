import { useEffect, useRef, useState } from 'react';
import * as m from '#app/messages/generated/messages.js';

type State = 'idle' | 'pending' | 'kept' | 'offline' | 'signed-out' | 'over';

const words: Record<State, () => string> = {
  idle: m.ui_keep_idle,
  pending: m.ui_keep_pending,
  kept: m.ui_keep_kept,
  offline: m.ui_keep_offline,
  'signed-out': m.ui_keep_signed_out,
  over: m.ui_keep_over,
};

const afterChange = 300;
const afterFailure = 3000;
/** So long “kept” may stand while something newer is on its way. */
const unsaid = 1000;
/** A connection that says nothing for so long counts as none. */
const patience = 8000;

const fieldsOf = (form: HTMLFormElement) =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/** Sends a form on at every change, one request at a time, until what it holds is kept. Returns how to stop. */
function keepSending(form: HTMLFormElement, to: string, say: (state: State) => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let changed = false;
  let sending = false;
  const tell = (state: State) => {
    clearTimeout(slow);
    slow = undefined;
    say(state);
  };
  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), delay);
  };
  const send = async () => {
    if (sending || !changed) return;
    sending = true;
    changed = false;
    try {
      const answer = await fetch(to, {
        method: 'POST',
        body: fieldsOf(form),
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      if (answer.status === 204) {
        // What has changed meanwhile is not kept yet, and is about to be.
        if (!changed) tell('kept');
      } else if (answer.status === 401) tell('signed-out');
      else if (answer.status === 409 || answer.status === 404) tell('over');
      else throw new Error(String(answer.status));
      if (changed) later(afterChange);
    } catch {
      changed = true;
      tell('offline');
      later(afterFailure);
    } finally {
      sending = false;
    }
  };
  const change = () => {
    changed = true;
    slow ??= setTimeout(() => say('pending'), unsaid);
    later(afterChange);
  };
  // A request that is still on its way may end with the page; the beacon does not.
  const leave = () => {
    if (changed || sending) navigator.sendBeacon(to, fieldsOf(form));
    changed = false;
  };
  // A phone may end a page that is out of sight without telling it.
  const hide = () => {
    if (document.visibilityState === 'hidden' && changed) later(0);
  };
  const sent = () => {
    // The form itself goes now; what came after it would only collide.
    changed = false;
    sending = false;
    clearTimeout(timer);
    clearTimeout(slow);
  };
  form.addEventListener('change', change, { signal });
  form.addEventListener('submit', sent, { signal });
  window.addEventListener('pagehide', leave, { signal });
  window.addEventListener('online', () => later(0), { signal });
  document.addEventListener('visibilitychange', hide, { signal });
  return () => {
    clearTimeout(timer);
    clearTimeout(slow);
    stopped.abort();
  };
}

/** Keeps what is chosen in the form around it, and says truthfully whether it is kept. Needs a script; sending does not. */
export function KeepAsYouGo({ to }: { to: string }) {
  const mark = useRef<HTMLOutputElement>(null);
  const [state, setState] = useState<State | null>(null);

  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return;
    setState('idle');
    return keepSending(form, to, setState);
  }, [to]);

  return (
    <output ref={mark} className="soft small mt-12 block">
      {state && words[state]()}
    </output>
  );
}
