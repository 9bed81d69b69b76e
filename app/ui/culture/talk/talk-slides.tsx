import { Link } from '@remix-run/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '../../page/icon.tsx';
import type { Slide } from './talk-slide.tsx';
import { TalkSlide } from './talk-slide.tsx';

export type TalkSlidesProps = {
  language?: string;
  slides: Slide[];
  /** From 1. */
  at: number;
  slideAt: (number: number) => string;
  /** Where Escape leads. */
  home: string;
  go: (to: string) => void;
};

const neverChanges = () => () => {};
/** In pixels: less is a slip of the thumb. */
const aSwipe = 48;

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  PageDown: (at) => at + 1,
  ' ': (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: () => 1,
  End: (_at, last) => last,
};

/** Keys that go on, or back, through a slide that is taller than the screen before they turn it. */
const alongTheSlide: Record<string, 1 | -1> = { ArrowDown: 1, PageDown: 1, ' ': 1, ArrowUp: -1, PageUp: -1 };
/** In pixels: so little below the edge is no text. */
const anEdge = 16;

/** Whether there was more of it to see in that direction. */
function scrolls(stage: HTMLElement | null, direction: 1 | -1): boolean {
  if (!stage) return false;
  const below = stage.scrollHeight - stage.clientHeight - stage.scrollTop;
  if ((direction > 0 ? below : stage.scrollTop) <= anEdge) return false;
  stage.scrollBy({ top: direction * 0.8 * stage.clientHeight });
  return true;
}

/** Slides on the wall: by arrows, space, Home, End, Escape; by swipe; without a script by links. */
export function TalkSlides({ language, slides, at, slideAt, home, go }: TalkSlidesProps) {
  const last = slides.length;
  const stage = useRef<HTMLElement>(null);
  const shown = useRef(at);
  // Where the last press leads: a second one may come before that slide stands.
  const wanted = useRef(at);
  const touched = useRef<{ x: number; y: number } | null>(null);

  useEffect(() => {
    if (shown.current !== at) stage.current?.scrollTo({ top: 0 });
    shown.current = at;
    wanted.current = at;
  }, [at]);

  useEffect(() => {
    const turn = (to: number) => {
      if (to < 1 || to > last || to === wanted.current) return;
      wanted.current = to;
      go(slideAt(to));
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') return go(home);
      const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (event.key === ' ' && onControl) return;
      const isBack = event.key === ' ' && event.shiftKey;
      const step = isBack ? steps.ArrowLeft : steps[event.key];
      if (!step) return;
      event.preventDefault();
      const along = isBack ? -1 : alongTheSlide[event.key];
      if (along && scrolls(stage.current, along)) return;
      turn(step(wanted.current, last));
    };
    const touch = ({ touches }: TouchEvent) => {
      const [finger] = touches;
      touched.current = finger && touches.length === 1 ? { x: finger.clientX, y: finger.clientY } : null;
    };
    const lift = ({ changedTouches }: TouchEvent) => {
      const from = touched.current;
      const finger = changedTouches[0];
      touched.current = null;
      if (!from || !finger) return;
      const [dx, dy] = [finger.clientX - from.x, finger.clientY - from.y];
      if (Math.abs(dx) > aSwipe && Math.abs(dx) > 2 * Math.abs(dy)) turn(wanted.current + (dx < 0 ? 1 : -1));
    };
    window.addEventListener('keydown', press);
    window.addEventListener('touchstart', touch, { passive: true });
    window.addEventListener('touchend', lift);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('touchstart', touch);
      window.removeEventListener('touchend', lift);
    };
  }, [last, slideAt, home, go]);

  const slide = slides[at - 1];
  return (
    <div className="slides">
      <main ref={stage} id="main" className="slides-stage" tabIndex={-1} aria-live="polite" lang={language}>
        {slide && <TalkSlide key={at} slide={slide} />}
      </main>
      <nav className="slides-nav" aria-label={m.ui_talk_slides()}>
        <Link to={home} className="slides-leave">
          {m.ui_talk_slides_leave()}
        </Link>
        <FullScreen />
        <span className="num soft">{m.ui_talk_slides_at({ at, last })}</span>
        <Turn to={at > 1 ? slideAt(at - 1) : null} icon="back" label={m.ui_talk_slides_back()} />
        <Turn to={at < last ? slideAt(at + 1) : null} icon="onward" label={m.ui_talk_slides_on()} />
      </nav>
    </div>
  );
}

function Turn({ to, icon, label }: { to: string | null; icon: 'back' | 'onward'; label: string }) {
  if (to === null) return <span className="slides-turn" />;
  return (
    <Link to={to} className="slides-turn" rel={icon === 'back' ? 'prev' : 'next'} aria-label={label} replace>
      <Icon name={icon} />
    </Link>
  );
}

/** Only where the browser can; without a script there is nothing to press. */
function FullScreen() {
  const can = useSyncExternalStore(
    neverChanges,
    () => document.fullscreenEnabled,
    () => false,
  );
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  if (!can || full) return null;
  return (
    <button
      type="button"
      className="slides-leave"
      onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
    >
      {m.ui_talk_slides_full()}
    </button>
  );
}
