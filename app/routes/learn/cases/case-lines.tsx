import { Link } from '@remix-run/react';
import type { ShownCase } from './shown-case.server.ts';

type Props = { cases: ShownCase[]; level: 2 | 3; withFunction?: boolean };

export function CaseLines({ cases, level, withFunction = false }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="case-lines">
      {cases.map((one) => (
        <li key={one.id} lang={one.language}>
          <Heading dir="auto">
            <Link to={`/cases/${one.id}`}>{one.title}</Link>
          </Heading>
          <p dir="auto">
            {one.line.map(({ text, found }, index) =>
              found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
            )}
          </p>
          <p className="soft small" dir="auto">
            {[withFunction && one.function, one.standard].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Under the name of each function, as they come. */
export function CaseGroups({ cases }: { cases: ShownCase[] }) {
  const groups = new Map<string, ShownCase[]>();
  for (const one of cases) groups.set(one.function, [...(groups.get(one.function) ?? []), one]);
  return [...groups].map(([name, ofFunction]) => (
    <section key={name} className="case-group">
      <h2 dir="auto">{name}</h2>
      <CaseLines cases={ofFunction} level={3} />
    </section>
  ));
}
