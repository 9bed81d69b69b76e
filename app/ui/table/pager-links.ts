import type { PagerProps } from '../page/pager.tsx';

type Page = {
  page: number;
  /** How many stand on a whole page, how many on this one, and how many there are. */
  size: number;
  shown: number;
  total: number;
  /** The address of a page of the same list. */
  to: (page: number) => string;
  locale: string;
};

/** What stands under a list that is longer than a page. */
export function pagerLinks({ page, size, shown, total, to, locale }: Page): PagerProps {
  const from = (page - 1) * size + 1;
  const last = from + shown - 1;
  return {
    from,
    to: last,
    total,
    previous: page > 1 ? to(page - 1) : null,
    next: last < total ? to(page + 1) : null,
    locale,
  };
}
