import { Link } from '../link/link.tsx';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '../page/icon.tsx';

export type PartListItem = {
  title: string;
  minutes: number;
  read: boolean;
  current: boolean;
  /** Without it the part cannot be opened yet. */
  to?: string;
};

type PartListProps = { parts: PartListItem[]; label: string; /** Of the titles. */ lang?: string };

export function PartList({ parts, label, lang }: PartListProps) {
  return (
    <nav aria-label={label}>
      <ol className="parts">
        {parts.map((part, index) => (
          <li key={index}>
            <span className="part-mark">
              {part.read ? <Icon name="tick" bold /> : <span className="num soft">{index + 1}</span>}
            </span>
            <span dir="auto">
              {part.to ? (
                <Link
                  className="part-title"
                  to={part.to}
                  lang={lang}
                  aria-current={part.current ? 'step' : undefined}
                >
                  {part.title}
                </Link>
              ) : (
                <span className="part-title" lang={lang} aria-current={part.current ? 'step' : undefined}>
                  {part.title}
                </span>
              )}
              {part.read && <span className="sr-only"> ({m.ui_parts_read()})</span>}
            </span>
            <span className="soft small">{m.ui_minutes({ count: part.minutes })}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
