import type { ReactNode } from 'react';

export type PageHeadProps = { eyebrow?: ReactNode; title: ReactNode; lead?: ReactNode; children?: ReactNode };

/** `children` stand under the lead: the one thing to do, a progress bar, a state. */
export function PageHead({ eyebrow, title, lead, children }: PageHeadProps) {
  return (
    <header className="page-head">
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1 dir="auto">{title}</h1>
      {lead && (
        <p className="lead" dir="auto">
          {lead}
        </p>
      )}
      {children && <div className="mt-6">{children}</div>}
    </header>
  );
}
