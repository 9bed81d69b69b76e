import { useRef, useState, type PointerEvent } from 'react';
import type { Option } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { InlineNodes } from '../inline-nodes.tsx';
import { textOf } from '../tree.ts';
import { beginsDrag, followPointer, type Point } from './follow-pointer.ts';
import { Grip } from './grip.tsx';
import { useScripted } from './use-scripted.ts';

export type MatchFieldProps = {
  options: Option[];
  matches: Option[];
  name: string;
  /** Ids of matches by option id. */
  chosen: Record<string, string>;
  wrong: boolean;
};

const letterOf = (index: number) => String.fromCharCode(65 + index);

type Dragged = { match: string; x: number; y: number; over: string | null };

/** The line under a point, whatever is held above it. */
function lineAt(field: HTMLElement | null, { x, y }: Point): HTMLElement | null {
  const lines = document.elementsFromPoint(x, y).map((one) => one.closest<HTMLElement>('.match-line'));
  return lines.find((line) => line && field?.contains(line)) ?? null;
}

/** A list at each line, which needs no script; with one, what there is to choose from is dragged to the line as well. */
export function MatchField({ options, matches, name, chosen, wrong }: MatchFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const scripted = useScripted();
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [said, setSaid] = useState('');

  const drag = (event: PointerEvent<HTMLElement>, match: Option) => {
    if (!scripted || !beginsDrag(event)) return;
    const start = { x: event.clientX + window.scrollX, y: event.clientY + window.scrollY };
    let line: HTMLElement | null = null;
    followPointer(event, {
      move: (at) => {
        line = lineAt(field.current, at);
        const [x, y] = [at.x + window.scrollX - start.x, at.y + window.scrollY - start.y];
        setDragged({ match: match.id, x, y, over: line?.dataset.option ?? null });
      },
      end: (dropped) => {
        setDragged(null);
        const select = dropped ? line?.querySelector('select') : null;
        if (!select) return;
        select.value = match.id;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        const option = options.find(({ id }) => id === line?.dataset.option);
        setSaid(m.ui_match_at({ match: wordsOf(match), option: option ? wordsOf(option) : '' }));
      },
    });
  };

  return (
    <div ref={field} className={dragged ? 'dragging' : undefined}>
      <ul className="match-tray" aria-label={m.ui_question_match_tray()}>
        {matches.map((match, index) => {
          const held = dragged?.match === match.id ? dragged : null;
          return (
            <li
              key={match.id}
              className={held ? 'match-card lifted' : 'match-card'}
              style={held ? { transform: `translate(${held.x}px, ${held.y}px)` } : undefined}
              onPointerDown={(event) => drag(event, match)}
            >
              {scripted && <Grip />}
              <span className="match-letter">{letterOf(index)}</span>
              <span dir="auto">
                <InlineNodes nodes={match.nodes} links={false} />
              </span>
            </li>
          );
        })}
      </ul>
      <div className="choices">
        {options.map((option) => (
          <div
            key={option.id}
            className={dragged?.over === option.id ? 'match-line match-line-over' : 'match-line'}
            data-option={option.id}
          >
            <span dir="auto" aria-hidden="true">
              <InlineNodes nodes={option.nodes} links={false} />
            </span>
            <select
              className="input"
              name={`${name}.${option.id}`}
              defaultValue={chosen[option.id] ?? ''}
              aria-label={m.ui_question_match_of({ option: wordsOf(option) })}
              aria-invalid={wrong || undefined}
            >
              <option value="">–</option>
              {matches.map((match, index) => (
                <option key={match.id} value={match.id}>
                  {`${letterOf(index)} · ${wordsOf(match)}`}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <output className="sr-only">{said}</output>
    </div>
  );
}

function wordsOf({ nodes }: Option): string {
  return textOf(nodes).trim();
}
