import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from './icon.tsx';

export type PagerProps = {
  from: number;
  to: number;
  total: number;
  previous?: string | null;
  next?: string | null;
  locale?: string;
};

export function Pager({ from, to, total, previous, next, locale = 'en' }: PagerProps) {
  if (!previous && !next) return null;
  const number = new Intl.NumberFormat(locale);
  const range = { from: number.format(from), to: number.format(to), total: number.format(total) };
  return (
    <nav className="pager" aria-label={m.ui_pager()}>
      {previous && (
        <Link to={previous} rel="prev">
          <Icon name="back" size={18} />
          {m.ui_pager_previous()}
        </Link>
      )}
      <span className="num soft">{m.ui_pager_range(range)}</span>
      {next && (
        <Link to={next} rel="next">
          {m.ui_pager_next()}
          <Icon name="onward" size={18} />
        </Link>
      )}
    </nav>
  );
}
