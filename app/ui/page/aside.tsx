import type { ReactNode } from 'react';

export type AsideProps = { eyebrow?: ReactNode; title: ReactNode; level?: 2 | 3; children?: ReactNode };

export function Aside({ eyebrow, title, level = 2, children }: AsideProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="aside">
      {eyebrow && <p className="eyebrow mb-0">{eyebrow}</p>}
      <Heading dir="auto">{title}</Heading>
      {children}
    </section>
  );
}
