import { useEffect, useRef, useState } from 'react';
import type { Option } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { InlineNodes } from '../inline-nodes.tsx';
import { textOf } from '../tree.ts';
import { OrderList } from './order-list.tsx';

export type OrderFieldProps = {
  /** As this reader sees them. */
  options: Option[];
  name: string;
  /** By option id; empty where none is chosen yet. */
  places: Record<string, string>;
  wrong: boolean;
  locale: string;
};

/** Lists to choose each place from, which need no script; with one, lines to drag. Both send the same fields. */
export function OrderField({ options, name, places, wrong, locale }: OrderFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<Record<string, string> | null>(null);

  useEffect(() => {
    const selects = [...(field.current?.querySelectorAll('select') ?? [])];
    // Something may have been chosen before the script came.
    setFound(Object.fromEntries(selects.map((select) => [select.dataset.option ?? '', select.value])));
  }, []);

  if (found) return <OrderList options={options} name={name} places={found} locale={locale} />;
  return (
    <div className="choices" ref={field}>
      {options.map((option) => (
        <PlaceLine
          key={option.id}
          option={option}
          name={`${name}.${option.id}`}
          count={options.length}
          place={places[option.id] ?? ''}
          wrong={wrong}
          locale={locale}
        />
      ))}
    </div>
  );
}

type PlaceLineProps = {
  option: Option;
  name: string;
  count: number;
  place: string;
  wrong: boolean;
  locale: string;
};

function PlaceLine({ option, name, count, place, wrong, locale }: PlaceLineProps) {
  const format = new Intl.NumberFormat(locale);
  return (
    <div className="order-line">
      <select
        className="input"
        name={name}
        data-option={option.id}
        defaultValue={place}
        aria-label={m.ui_question_place({ option: textOf(option.nodes).trim() })}
        aria-invalid={wrong || undefined}
      >
        <option value="">–</option>
        {Array.from({ length: count }, (_, index) => (
          <option key={index} value={String(index + 1)}>
            {format.format(index + 1)}
          </option>
        ))}
      </select>
      <span dir="auto" aria-hidden="true">
        <InlineNodes nodes={option.nodes} links={false} />
      </span>
    </div>
  );
}
