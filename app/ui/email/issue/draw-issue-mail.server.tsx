import { renderToStaticMarkup } from 'react-dom/server';
import { fixedWidth, IssueLetter, type IssueLetterProps } from './issue-letter.tsx';
import { issuePlain } from './issue-plain.ts';
import { wordIssue, type Wording } from './word-issue.ts';

export type IssueMail = { html: string; text: string };

/** Gmail cuts what is longer than 102 KB, and with it the way out of the list. */
const largest = 95_000;

/** An issue as mail. Of one that is too long for that, each story is begun, and goes on on its page. */
export function drawIssueMail(wording: Wording): IssueMail {
  const props = wordIssue(wording);
  const whole = htmlOf(props);
  if (Buffer.byteLength(whole) <= largest) return { html: whole, text: issuePlain(props) };
  const brief = { ...props, stories: props.stories.map((story) => ({ ...story, pieces: null })) };
  return { html: htmlOf(brief), text: issuePlain(props) };
}

function htmlOf(props: IssueLetterProps): string {
  const { begins, ends, comments } = fixedWidth;
  const drawn = renderToStaticMarkup(<IssueLetter {...props} />);
  // Each stands once, before and after all that an author wrote.
  const last = drawn.lastIndexOf(ends);
  const closed = drawn.slice(0, last) + comments.ends + drawn.slice(last + ends.length);
  return `<!doctype html>${closed.replace(begins, comments.begins)}`;
}
