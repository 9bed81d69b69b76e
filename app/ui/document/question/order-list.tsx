import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Option } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '../../form/button.tsx';
import { Icon } from '../../page/icon.tsx';
import { InlineNodes } from '../inline-nodes.tsx';
import { textOf } from '../tree.ts';
import { beginsDrag, followPointer } from './follow-pointer.ts';
import { Grip } from './grip.tsx';
import type { Dragged, Line } from './order-moves.ts';
import { moved, placeOf, sequenceOf, shiftOf } from './order-moves.ts';

type OrderListProps = {
  options: Option[];
  name: string;
  /** What was chosen so far, by option id. */
  places: Record<string, string>;
  locale: string;
};

/** Lines to drag, or to move with a button each way. Until one was moved, nothing counts as chosen. */
export function OrderList({ options, name, places, locale }: OrderListProps) {
  const ids = options.map(({ id }) => id);
  const list = useRef<HTMLOListElement>(null);
  const [sequence, setSequence] = useState(() => sequenceOf(ids, places));
  const [isPlaced, setPlaced] = useState(ids.every((id) => places[id]));
  const [changes, setChanges] = useState(0);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<{ at: Dragged; lines: Line[] } | null>(null);
  const format = new Intl.NumberFormat(locale);

  useEffect(() => {
    // The form hears of it as of any field, once the fields hold it.
    if (changes > 0) list.current?.dispatchEvent(new Event('change', { bubbles: true }));
  }, [changes]);

  const settle = (next: string[]) => {
    setSequence(next);
    setPlaced(true);
    setChanges((count) => count + 1);
  };
  const move = (from: number, to: number) => {
    if (to === from || to < 0 || to >= sequence.length) return;
    settle(moved(sequence, from, to));
    const option = textOf(options.find(({ id }) => id === sequence[from])?.nodes ?? []).trim();
    const total = format.format(sequence.length);
    setSaid(m.ui_order_at({ option, place: format.format(to + 1), total }));
  };
  const drag = (event: PointerEvent<HTMLElement>, from: number) => {
    if (!beginsDrag(event)) return;
    const lines = [...(list.current?.children ?? [])].map((line) => {
      const { top, height } = line.getBoundingClientRect();
      return { top: top + window.scrollY, height };
    });
    const start = event.clientY + window.scrollY;
    let to = from;
    followPointer(event, {
      move: ({ y }) => {
        const by = y + window.scrollY - start;
        to = placeOf(lines, from, by);
        setDragged({ at: { from, to, by }, lines });
      },
      end: (dropped) => {
        setDragged(null);
        if (dropped) move(from, to);
      },
    });
  };
  const press = (event: KeyboardEvent, index: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(index, index + step);
  };

  return (
    <>
      <ol className={dragged ? 'choices order-list dragging' : 'choices order-list'} ref={list}>
        {sequence.map((id, index) => {
          const option = options.find((one) => one.id === id)!;
          const text = textOf(option.nodes).trim();
          const shift = dragged ? shiftOf(dragged.lines, index, dragged.at) : 0;
          const step = (by: -1 | 1) => ({
            type: 'button' as const,
            className: 'step',
            onClick: () => move(index, index + by),
            onKeyDown: (event: KeyboardEvent) => press(event, index),
          });
          return (
            <li
              key={id}
              className={dragged?.at.from === index ? 'order-item lifted' : 'order-item'}
              style={dragged ? { transform: `translateY(${shift}px)` } : undefined}
              onPointerDown={(event) => drag(event, index)}
            >
              <input
                type="hidden"
                name={`${name}.${id}`}
                value={isPlaced ? String(index + 1) : (places[id] ?? '')}
              />
              <Grip />
              <span className="order-number">{format.format(index + 1)}</span>
              <span className="order-text" dir="auto">
                <InlineNodes nodes={option.nodes} links={false} />
              </span>
              <span className="steps-of-line">
                <button
                  {...step(-1)}
                  aria-label={m.ui_order_up({ option: text })}
                  aria-disabled={index === 0 || undefined}
                >
                  <Icon name="down" className="up" size={22} />
                </button>
                <button
                  {...step(1)}
                  aria-label={m.ui_order_down({ option: text })}
                  aria-disabled={index === sequence.length - 1 || undefined}
                >
                  <Icon name="down" size={22} />
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      {!isPlaced && (
        <p className="order-open">
          <span className="soft small">{m.ui_order_open()}</span>
          <QuietButton type="button" small onClick={() => settle(sequence)}>
            {m.ui_order_as_it_is()}
          </QuietButton>
        </p>
      )}
      <output className="sr-only">{said}</output>
    </>
  );
}
