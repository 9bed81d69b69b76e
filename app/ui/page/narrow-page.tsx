import type { ReactNode } from 'react';
import { PageHead, type PageHeadProps } from './page-head.tsx';
import { Wordmark, type WordmarkProps } from './wordmark.tsx';

export type NarrowPageProps = WordmarkProps &
  Pick<PageHeadProps, 'eyebrow' | 'title' | 'lead'> & {
    /** The line on the cover. */
    line?: string;
    /** Under it, on wide screens only. */
    note?: ReactNode;
    children: ReactNode;
  };

export function NarrowPage(props: NarrowPageProps) {
  const { eyebrow, title, lead, line, note, children, ...mark } = props;
  return (
    <div className="cover">
      <header className="cover-face">
        <Wordmark {...mark} />
        {line && (
          <p className="cover-line" dir="auto">
            {line}
          </p>
        )}
        {note && <div className="cover-note">{note}</div>}
      </header>
      <main id="main" className="cover-body" tabIndex={-1}>
        <PageHead eyebrow={eyebrow} title={title} lead={lead} />
        {children}
      </main>
    </div>
  );
}
