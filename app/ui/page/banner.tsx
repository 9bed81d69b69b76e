import type { ReactNode } from 'react';

/** A strip above everything, on every page: where one is, not what went wrong. */
export function Banner({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="banner" aria-label={label}>
      <div className="wrap">{children}</div>
    </aside>
  );
}

export type NoticeProps = { tone?: 'plain' | 'good' | 'bad'; children: ReactNode };

/** What has just happened, said once at the top of a page. */
export function Notice({ tone = 'plain', children }: NoticeProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output may hold no paragraphs
    <div className={tone === 'plain' ? 'notice' : `notice notice-${tone}`} role="status">
      {children}
    </div>
  );
}
