import type { ReactNode } from 'react';

export type PageHeadProps = {
  eyebrow?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  lang?: string;
  children?: ReactNode;
};

/** `lang` is that of title and lead, where it is not the page's. `children` stand under the lead: the one thing to do, a progress bar, a state. */
export function PageHead({ eyebrow, title, lead, lang, children }: PageHeadProps) {
  return (
    <header className="page-head">
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1 lang={lang} dir="auto">
        {title}
      </h1>
      {lead && (
        <p className="lead" lang={lang} dir="auto">
          {lead}
        </p>
      )}
      {children && <div className="mt-6">{children}</div>}
    </header>
  );
}
