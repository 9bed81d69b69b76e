import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';

export type BreadcrumbProps = { items: { to: string; label: string }[]; here?: string };

export function Breadcrumb({ items, here }: BreadcrumbProps) {
  return (
    <nav className="crumbs" aria-label={m.ui_breadcrumb()}>
      <ol>
        {items.map((item, index) => (
          <li key={item.to} className={index === items.length - 1 ? 'crumb-up' : undefined}>
            <Link to={item.to} dir="auto">
              {item.label}
            </Link>
          </li>
        ))}
        {here && (
          <li>
            <span aria-current="page" dir="auto">
              {here}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}
