import { useEffect, useState, useSyncExternalStore } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '../../form/button.tsx';

export type TalkTimerProps = {
  /** What the browser remembers the start under, so that a locked phone loses nothing. */
  name: string;
  minutes: number;
  parts: { title: string; from: number; to: number }[];
};

const neverChanges = () => () => {};
const aMinute = 60_000;
/** A start that was forgotten is none. */
const keptForMinutes = 180;

/** Says which part one should be in, and nothing else: it makes no sound, stops nobody, and may be ignored. */
export function TalkTimer({ name, minutes, parts }: TalkTimerProps) {
  const scripted = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const kept = useSyncExternalStore(
    neverChanges,
    () => sessionStorage.getItem(name),
    () => null,
  );
  const [pressed, setPressed] = useState<{ at: number | null }>();
  const [passed, setPassed] = useState(0);
  const begun = pressed ? pressed.at : Number(kept) || null;
  const startedAt = passed > keptForMinutes ? null : begun;

  useEffect(() => {
    if (begun === null) return;
    const tell = () => setPassed(Math.max(0, Math.floor((Date.now() - begun) / aMinute)));
    const first = setTimeout(tell);
    const timer = setInterval(tell, 5000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [begun]);

  const now = startedAt === null ? -1 : parts.findIndex(({ to }) => passed < to);
  useEffect(() => {
    const part = now >= 0 ? document.getElementById(`part-${now + 1}`) : null;
    part?.setAttribute('aria-current', 'step');
    return () => part?.removeAttribute('aria-current');
  }, [now]);

  // Without a script nothing could count; the minutes stand beside each part.
  if (!scripted) return null;
  const press = (at: number | null) => {
    if (at === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, String(at));
    setPassed(0);
    setPressed({ at });
  };
  if (startedAt === null) {
    return (
      <div className="talk-timer">
        <QuietButton type="button" onClick={() => press(Date.now())}>
          {m.ui_talk_timer_start()}
        </QuietButton>
        <span className="soft small">{m.ui_talk_timer_hint()}</span>
      </div>
    );
  }
  return (
    <div className="talk-timer talk-timer-on">
      <p role="timer" dir="auto">
        <strong className="num">{m.ui_talk_timer_minute({ minute: passed, of: minutes })}</strong>{' '}
        {now >= 0 ? (
          <a href={`#part-${now + 1}`}>{parts[now]!.title}</a>
        ) : (
          <span className="soft">{m.ui_talk_timer_over({ count: passed - minutes })}</span>
        )}
      </p>
      <button type="button" className="plain-press" onClick={() => press(null)}>
        {m.ui_talk_timer_stop()}
      </button>
    </div>
  );
}
