import { Link } from '@remix-run/react';

type Props = { label: string; links: { to: string; label: string; current: boolean }[] };

/** One thing to filter by; nothing to choose from is nothing to show. */
export function FilterLinks({ label, links }: Props) {
  if (links.length < 3) return null;
  return (
    <nav aria-label={label}>
      <p className="soft small">{label}</p>
      <ul>
        {links.map((link) => (
          <li key={link.to}>
            <Link to={link.to} preventScrollReset aria-current={link.current ? 'true' : undefined}>
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
