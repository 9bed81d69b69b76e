import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { barHolds, MainNav, type NavItem } from './main-nav.tsx';
import { Menu, type MenuProps } from './menu.tsx';
import { Wordmark, type WordmarkProps } from './wordmark.tsx';

/** Beyond this the sections get a line of their own under the name. */
const oneLineHolds = 5;

export type ShellProps = WordmarkProps & {
  items: NavItem[];
  account?: Omit<MenuProps, 'more'>;
  /** One link or button beside the navigation. */
  action?: ReactNode;
  banner?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

export function Shell({ items, account, action, banner, footer, children, ...mark }: ShellProps) {
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {m.ui_skip_to_content()}
      </a>
      {banner}
      <header className="wrap">
        <div className={items.length > oneLineHolds ? 'masthead masthead-long' : 'masthead'}>
          <Wordmark {...mark} />
          <MainNav items={items} />
          {action && <div className="masthead-action">{action}</div>}
          {account && <Menu {...account} more={items.slice(barHolds)} />}
        </div>
      </header>
      <main id="main" className="wrap page-main" tabIndex={-1}>
        {children}
      </main>
      {footer && (
        <footer className="wrap">
          <div className="foot">{footer}</div>
        </footer>
      )}
    </div>
  );
}
