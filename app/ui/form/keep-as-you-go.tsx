import { useEffect, useRef, useState } from 'react';
import * as m from '#app/messages/generated/messages.js';

type State = 'idle' | 'kept' | 'offline' | 'signed-out' | 'over';

const words: Record<State, () => string> = {
  idle: m.ui_keep_idle,
  kept: m.ui_keep_kept,
  offline: m.ui_keep_offline,
  'signed-out': m.ui_keep_signed_out,
  over: m.ui_keep_over,
};

const afterChange = 300;
const afterFailure = 3000;

const fieldsOf = (form: HTMLFormElement) =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/** Sends a form on at every change, one request at a time, until what it holds is kept. Returns how to stop. */
function keepSending(form: HTMLFormElement, to: string, say: (state: State) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changed = false;
  let sending = false;
  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), delay);
  };
  const send = async () => {
    if (sending || !changed) return;
    sending = true;
    changed = false;
    try {
      const answer = await fetch(to, { method: 'POST', body: fieldsOf(form), redirect: 'manual' });
      if (answer.status === 204) say('kept');
      else if (answer.status === 401) say('signed-out');
      else if (answer.status === 409 || answer.status === 404) say('over');
      else throw new Error(String(answer.status));
      if (changed) later(afterChange);
    } catch {
      changed = true;
      say('offline');
      later(afterFailure);
    } finally {
      sending = false;
    }
  };
  const change = () => {
    changed = true;
    later(afterChange);
  };
  const leave = () => {
    if (changed) navigator.sendBeacon(to, fieldsOf(form));
    changed = false;
  };
  const online = () => later(0);
  const sent = () => {
    // The form itself goes now; what came after it would only collide.
    changed = false;
    clearTimeout(timer);
  };
  form.addEventListener('change', change);
  form.addEventListener('submit', sent);
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', online);
  return () => {
    clearTimeout(timer);
    form.removeEventListener('change', change);
    form.removeEventListener('submit', sent);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('online', online);
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
