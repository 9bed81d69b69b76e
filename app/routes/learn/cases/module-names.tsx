import { Link } from '@remix-run/react';

/** Modules by their titles; a link for whoever may open one. */
export function ModuleNames({ modules }: { modules: { title: string; to: string | null }[] }) {
  return (
    <ul className="module-names">
      {modules.map(({ title, to }) => (
        <li key={title} dir="auto">
          {to ? <Link to={to}>{title}</Link> : title}
        </li>
      ))}
    </ul>
  );
}
