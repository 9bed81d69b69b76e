import type { PointerEvent } from 'react';

export type Point = { x: number; y: number };

type Following = {
  /** Where the pointer is in the window; called again while the page scrolls under it. */
  move: (at: Point) => void;
  end: (dropped: boolean) => void;
};

/** So near to the upper or lower end of the window the page scrolls along. */
const edge = 96;
const nudge = 8;

/** Only where the pointer has gone towards that end: what is taken hold of near it stays where it is. */
function scrollSpeed(y: number, from: number): number {
  const low = window.innerHeight - edge;
  if (y < edge && y < from - nudge) return (y - edge) / 6;
  return y > low && y > from + nudge ? (y - low) / 6 : 0;
}

/** Follows a mouse, a finger or a pen from where it was set down until it is lifted; Escape takes it back. */
export function followPointer(event: PointerEvent<HTMLElement>, { move, end }: Following): void {
  if (!event.isPrimary || event.button !== 0) return;
  event.preventDefault();
  const element: HTMLElement = event.currentTarget;
  const { pointerId } = event;
  const controller = new AbortController();
  const { signal } = controller;
  const from = event.clientY;
  let last: Point = { x: event.clientX, y: event.clientY };
  let frame = 0;
  const finish = (dropped: boolean) => {
    if (signal.aborted) return;
    controller.abort();
    cancelAnimationFrame(frame);
    end(dropped);
  };
  const scroll = () => {
    const speed = scrollSpeed(last.y, from);
    if (speed !== 0) {
      window.scrollBy(0, speed);
      move(last);
    }
    frame = requestAnimationFrame(scroll);
  };
  element.setPointerCapture(pointerId);
  element.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      last = { x: clientX, y: clientY };
      move(last);
    },
    { signal },
  );
  element.addEventListener('pointerup', () => finish(true), { signal });
  element.addEventListener('pointercancel', () => finish(false), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && finish(false), { signal });
  frame = requestAnimationFrame(scroll);
}

/** Whether a press begins to drag: of a mouse anywhere, of a finger on the handle alone, so that it can scroll. */
export function beginsDrag({ pointerType, target }: PointerEvent<HTMLElement>): boolean {
  const element = target as Element;
  if (element.closest('button, a, select, input')) return false;
  return pointerType === 'mouse' || element.closest('.grip') !== null;
}
