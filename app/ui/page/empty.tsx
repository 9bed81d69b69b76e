import type { ReactNode } from 'react';

export type EmptyProps = { title: string; level?: 2 | 3; actions?: ReactNode; children?: ReactNode };

/** Nothing here yet: what it will hold, and what to do so that it does. */
export function Empty({ title, level = 2, actions, children }: EmptyProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="empty">
      <Heading>{title}</Heading>
      {children && <div className="prose">{children}</div>}
      {actions && <div className="actions">{actions}</div>}
    </section>
  );
}
