import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Aside } from '#app/ui/page/aside.tsx';
import type { IssueNewsView } from './issue-news.server.ts';

/** The newest issue of the newsletter, until it is opened. */
export function IssueNews({ news }: { news: IssueNewsView | null }) {
  if (!news) return null;
  const { slug, title, language, lead, minutes } = news;
  return (
    <Aside
      eyebrow={m.newsletter_today_title()}
      title={
        <Link to={`/newsletter/${slug}`} lang={language}>
          {title}
        </Link>
      }
    >
      <p lang={language} dir="auto">
        {lead}
      </p>
      <p className="soft small">{m.newsletter_today_minutes({ count: minutes })}</p>
    </Aside>
  );
}
