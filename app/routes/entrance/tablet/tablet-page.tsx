import type { ReactNode } from 'react';
import type { PageHeadProps } from '#app/ui/page/page-head.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Wordmark } from '#app/ui/page/wordmark.tsx';

type Props = Pick<PageHeadProps, 'title' | 'lead'> & {
  company: string;
  /** What the device is called; none on one that is no shared one. */
  tablet?: string;
  children: ReactNode;
};

/** What a shared device shows while nobody is signed in. */
export function TabletPage({ company, tablet, title, lead, children }: Props) {
  return (
    <div className="tablet">
      <header className="wrap">
        <div className="masthead">
          <Wordmark name={company} home="/tablet" />
          {tablet && (
            <span className="tablet-name" dir="auto">
              {tablet}
            </span>
          )}
        </div>
      </header>
      <main id="main" className="wrap page-main" tabIndex={-1}>
        <PageHead title={title} lead={lead} />
        {children}
      </main>
    </div>
  );
}
