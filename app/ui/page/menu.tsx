import { Link } from '../link/link.tsx';
import { useEffect, useRef, type ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from './icon.tsx';
import type { NavItem } from './main-nav.tsx';

export type MenuProps = {
  /** Whose menu it is. */
  name: string;
  links: { to: string; label: string }[];
  /** Items of the main navigation which a phone's bar has no room for. */
  more?: NavItem[];
  /** Below the links: a sign-out form, for example. */
  children?: ReactNode;
};

export function Menu({ name, links, more = [], children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  // Without script it opens and closes by its summary; with script it also closes as a menu is expected to.
  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const close = (event: Event) => {
      if (event.target instanceof Node && element.contains(event.target)) return;
      element.open = false;
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return;
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    document.addEventListener('click', close);
    document.addEventListener('focusin', close);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('focusin', close);
      document.removeEventListener('keydown', escape);
    };
  }, []);

  const closeAfter = () => {
    if (details.current) details.current.open = false;
  };

  return (
    <details className="menu" ref={details}>
      <summary>
        <Icon name="menu" className="icon-menu" />
        <span className="menu-name" dir="auto" aria-hidden="true">
          {name}
        </span>
        <span className="sr-only">{m.ui_menu_of({ name })}</span>
        <Icon name="down" size={16} className="icon-turn" />
      </summary>
      <div className="menu-sheet">
        {more.length > 0 && (
          <ul className="menu-more">
            {more.map((item) => (
              <li key={item.to}>
                <Link to={item.to} aria-current={item.current ? 'page' : undefined} onClick={closeAfter}>
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <ul>
          {links.map((link) => (
            <li key={link.to}>
              <Link to={link.to} onClick={closeAfter}>
                {link.label}
              </Link>
            </li>
          ))}
        </ul>
        {children}
      </div>
    </details>
  );
}
