import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import type { ShownIssue, ShownStory } from '../../document/issue/issue-parts.ts';
import { TextNodes } from '../../document/text-nodes.tsx';
import { wordsLanguage } from '../../reading/words-language.ts';
import { IssuePieces } from './issue-pieces.tsx';

export type IssueViewProps = {
  issue: ShownIssue;
  /** What stands above the title: when it came out. */
  eyebrow: ReactNode;
  /** The name of a function on the screen. */
  functionName: (id: string) => string;
  /** Stands between the head and the table of contents. */
  children?: ReactNode;
};

/** The id of the element that holds the whole text. */
export const issueTextId = 'issue-text';

/** An issue of the newsletter, from its cover to its last story. */
export function IssueView({ issue, eyebrow, functionName, children }: IssueViewProps) {
  const { title, language, cover, lead, stories } = issue;
  return (
    <article className="issue">
      <header className={cover ? 'issue-head issue-covered' : 'issue-head'} lang={language}>
        {cover && <img className="issue-cover" src={cover.src} alt={cover.alt} width={1600} height={900} />}
        <div>
          <p className="eyebrow" lang={wordsLanguage}>
            {eyebrow}
          </p>
          <h1 dir="auto">{title}</h1>
          {lead.length > 0 && (
            <div className="issue-lead" dir="auto">
              <TextNodes nodes={lead} />
            </div>
          )}
        </div>
      </header>
      {children}
      <Contents stories={stories} language={language} />
      <div id={issueTextId} lang={language}>
        {stories.map((story) => (
          <Story key={story.id} story={story} functionName={functionName} />
        ))}
      </div>
    </article>
  );
}

type ContentsProps = { stories: ShownStory[]; language: string };

function Contents({ stories, language }: ContentsProps) {
  return (
    <nav className="issue-contents" aria-labelledby="issue-contents">
      <h2 id="issue-contents">{m.ui_issue_contents()}</h2>
      <ol>
        {stories.map(({ id, title, kicker, minutes }) => (
          <li key={id}>
            <a href={`#${id}`} lang={language} dir="auto">
              {title}
            </a>
            <span className="soft small">
              {kicker && (
                <>
                  <span lang={language} dir="auto">
                    {kicker}
                  </span>
                  {' · '}
                </>
              )}
              {m.ui_minutes({ count: minutes })}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type StoryProps = { story: ShownStory; functionName: (id: string) => string };

function Story({ story, functionName }: StoryProps) {
  const { id, title, kicker, minutes, pieces } = story;
  return (
    <section className="story" id={id} aria-labelledby={`${id}-title`}>
      <header className="story-head">
        {kicker && (
          <p className="story-kicker" dir="auto">
            {kicker}
          </p>
        )}
        <p className="soft small" lang={wordsLanguage}>
          {m.ui_minutes({ count: minutes })}
        </p>
      </header>
      <div className="story-body">
        <h2 id={`${id}-title`} dir="auto">
          {title}
        </h2>
        <IssuePieces pieces={pieces} functionName={functionName} />
      </div>
    </section>
  );
}
