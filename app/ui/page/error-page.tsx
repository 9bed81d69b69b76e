import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { PageHead } from './page-head.tsx';
import { Wordmark, type WordmarkProps } from './wordmark.tsx';

export type ErrorPageProps = WordmarkProps & {
  code: number | string;
  title: string;
  /** What to do now. */
  lead?: ReactNode;
  links?: { to: string; label: string }[];
  children?: ReactNode;
};

/** The first link is the way on, so it is a button; the others are quiet. */
export function ErrorPage({ code, title, lead, links = [], children, ...mark }: ErrorPageProps) {
  return (
    <div className="error-page">
      <header>
        <Wordmark {...mark} />
      </header>
      <main id="main" tabIndex={-1}>
        <PageHead eyebrow={<span className="error-code">{code}</span>} title={title} lead={lead}>
          {links.length > 0 && (
            <div className="actions">
              {links.map((link, index) => (
                <Link key={link.to} to={link.to} className={index === 0 ? 'btn' : 'btn btn-quiet'}>
                  {link.label}
                </Link>
              ))}
            </div>
          )}
        </PageHead>
        {children}
      </main>
    </div>
  );
}
