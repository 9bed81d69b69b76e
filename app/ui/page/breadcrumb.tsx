import { Link } from '../link/link.tsx';
import * as m from '#app/messages/generated/messages.js';

/** `lang` where a label is in another language than the page. */
export type BreadcrumbProps = {
  items: { to: string; label: string; lang?: string }[];
  here?: string;
  lang?: string;
};

export function Breadcrumb({ items, here, lang }: BreadcrumbProps) {
  return (
    <nav className="crumbs" aria-label={m.ui_breadcrumb()}>
      <ol>
        {items.map((item, index) => (
          <li key={item.to} className={index === items.length - 1 ? 'crumb-up' : undefined}>
            <Link to={item.to} lang={item.lang} dir="auto">
              {item.label}
            </Link>
          </li>
        ))}
        {here && (
          <li>
            <span aria-current="page" lang={lang} dir="auto">
              {here}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}
