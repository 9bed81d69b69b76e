import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import type { FoundLine, ShelfIssue } from './archive-view.server.ts';

type ShelfProps = {
  issues: ShelfIssue[];
  /** The newest one leads. */
  largeFirst: boolean;
};

export function Shelf({ issues, largeFirst }: ShelfProps) {
  return (
    <ul className="issue-shelf">
      {issues.map((issue, index) => (
        <li key={issue.slug} className={largeFirst && index === 0 ? 'issue-newest' : undefined}>
          {issue.cover ? (
            <img
              src={issue.cover.src}
              alt=""
              width={1600}
              height={900}
              loading={index === 0 ? 'eager' : 'lazy'}
            />
          ) : (
            <div className="issue-plate" />
          )}
          <div>
            <p className="eyebrow">{m.newsletter_eyebrow({ date: issue.cameOut, count: issue.minutes })}</p>
            <h2 lang={issue.language} dir="auto">
              <Link to={`/newsletter/${issue.slug}`}>{issue.title}</Link>
            </h2>
            <p className="max-w-measure" lang={issue.language} dir="auto">
              {issue.lead}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function FoundStories({ stories }: { stories: FoundLine[] }) {
  return (
    <ul className="case-lines">
      {stories.map(({ to, title, issueTitle, language, line }) => (
        <li key={to}>
          <h2 lang={language} dir="auto">
            <Link to={to}>{title}</Link>
          </h2>
          <p lang={language} dir="auto">
            {line.map(({ text, found }, index) =>
              found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
            )}
          </p>
          {title !== issueTitle && (
            <p className="soft small" lang={language} dir="auto">
              {issueTitle}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
