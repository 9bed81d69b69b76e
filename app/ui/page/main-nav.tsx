import { Link } from '../link/link.tsx';
import * as m from '#app/messages/generated/messages.js';
import { Icon, type IconName } from './icon.tsx';

export type NavItem = { to: string; label: string; icon: IconName; current?: boolean };

/** How many items the bar of a phone holds; those after them stand in the menu there. */
export const barHolds = 4;

export function MainNav({ items }: { items: NavItem[] }) {
  return (
    <nav className="mainnav" aria-label={m.ui_nav_main()}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} aria-current={item.current ? 'page' : undefined}>
              <Icon name={item.icon} />
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
