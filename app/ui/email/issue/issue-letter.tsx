import type { TreeNode } from '../../document/issue/issue-parts.ts';
import { Cell, Gap } from './cells.tsx';
import { MailNodes, Picture, type Drawing, type MailPicture } from './mail-nodes.tsx';
import { MailPieces, More, type WordedPiece } from './mail-pieces.tsx';
import { colours, darkAndNarrow, mailWidth, styles } from './mail-style.ts';

export type WordedStory = {
  id: string;
  title: string;
  kicker: string | null;
  /** Where the mail would be too long for it, only how the story begins. */
  pieces: WordedPiece[] | null;
  opening: string;
};

export type IssueLetterProps = {
  language: string;
  subject: string;
  preheader: string;
  /** The company's name. */
  sender: string;
  eyebrow: string;
  title: string;
  cover: { picture: MailPicture; alt: string } | null;
  lead: TreeNode[];
  stories: WordedStory[];
  drawing: Drawing;
  links: { page: string; unsubscribe: string; preferences: string };
  words: { onPage: string; readOn: string; unsubscribe: string; preferences: string };
  /** Why this mail came, whom to ask, where the company is. */
  foot: string[];
};

/**
 * Where a table of a fixed width begins and ends for the one program that does not know how wide is too wide. The marks
 * are of no script, so no text has them; whoever sends the mail puts the program's own comments in their place.
 */
export const fixedWidth = {
  begins: '\uE001',
  ends: '\uE002',
  comments: {
    begins: `<!--[if mso]><table role="presentation" align="center" width="${mailWidth}" border="0" cellpadding="0" cellspacing="0"><tr><td><![endif]-->`,
    ends: '<!--[if mso]></td></tr></table><![endif]-->',
  },
};

const inside = { padding: '0 36px' };

/** A whole issue as a mail: tables for the frame, styles on every element, and no image that anybody could count. */
export function IssueLetter(props: IssueLetterProps) {
  const { language, subject, preheader, sender, cover, stories, drawing, links, words, foot } = props;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{subject}</title>
        <style>{darkAndNarrow}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: colours.paper }}>
        <Preheader>{preheader}</Preheader>
        <Cell className="paper" ground={colours.paper} style={{ padding: '20px 0 32px' }}>
          {fixedWidth.begins}
          <table
            role="presentation"
            align="center"
            width="100%"
            border={0}
            cellPadding={0}
            cellSpacing={0}
            style={{ maxWidth: mailWidth, margin: '0 auto' }}
          >
            <tbody>
              <tr>
                <td>
                  <Sender name={sender} accent={drawing.accent} onPage={words.onPage} page={links.page} />
                  <Cell className="card" ground={colours.card}>
                    {cover && <Picture picture={cover.picture} alt={cover.alt} most={mailWidth} />}
                    <Head {...props} />
                    {stories.map((story) => (
                      <Story key={story.id} story={story} {...props} />
                    ))}
                    <Gap high={28} />
                  </Cell>
                  <Cell className="side" style={{ padding: '20px 36px 0' }}>
                    {foot.map((line) => (
                      <p
                        key={line}
                        className="soft"
                        dir="auto"
                        style={{ ...styles.small, margin: '0 0 8px' }}
                      >
                        {line}
                      </p>
                    ))}
                    <p className="soft" style={styles.small}>
                      <FootLink to={links.preferences}>{words.preferences}</FootLink>
                      {' · '}
                      <FootLink to={links.unsubscribe}>{words.unsubscribe}</FootLink>
                    </p>
                  </Cell>
                </td>
              </tr>
            </tbody>
          </table>
          {fixedWidth.ends}
        </Cell>
      </body>
    </html>
  );
}

/** What a list of mails shows after the subject, and nothing of the text behind it. */
function Preheader({ children }: { children: string }) {
  return (
    <div style={{ display: 'none', fontSize: 1, lineHeight: '1px', color: colours.paper }}>
      {children}
      {'\u00a0\u200c'.repeat(60)}
    </div>
  );
}

type SenderProps = { name: string; accent: string; onPage: string; page: string };

function Sender({ name, accent, onPage, page }: SenderProps) {
  const link = (
    <p className="soft" style={styles.small}>
      <FootLink to={page}>{onPage}</FootLink>
    </p>
  );
  return (
    <Cell className="side" style={{ padding: '0 36px 14px' }}>
      <table role="presentation" width="100%" border={0} cellPadding={0} cellSpacing={0}>
        <tbody>
          <tr>
            <td style={{ padding: '0 0 0 12px', borderLeft: `5px solid ${accent}` }}>
              <p className="ink" dir="auto" style={{ ...styles.caseTitle, fontSize: 19, margin: 0 }}>
                {name}
              </p>
            </td>
            <td align="right" valign="middle">
              {link}
            </td>
          </tr>
        </tbody>
      </table>
    </Cell>
  );
}

function FootLink({ to, children }: { to: string; children: string }) {
  return (
    <a href={to} style={{ color: colours.soft, textDecoration: 'underline' }}>
      {children}
    </a>
  );
}

function Head({ eyebrow, title, lead, drawing }: IssueLetterProps) {
  return (
    <Cell className="side" style={{ ...inside, paddingTop: 28 }}>
      <p className="soft" style={styles.small}>
        {eyebrow}
      </p>
      <h1 className="title ink" dir="auto" style={styles.title}>
        {title}
      </h1>
      <MailNodes nodes={lead} drawing={drawing} style={styles.lead} />
    </Cell>
  );
}

type StoryProps = Pick<IssueLetterProps, 'drawing' | 'links' | 'words'> & { story: WordedStory };

function Story({ story, drawing, links, words }: StoryProps) {
  return (
    <Cell className="side" style={{ ...inside, paddingTop: 26 }}>
      <Cell className="rule" style={{ borderTop: `3px solid ${colours.ink}`, padding: '14px 0 0' }}>
        {story.kicker && (
          <p className="ink" dir="auto" style={styles.strong}>
            {story.kicker}
          </p>
        )}
        <h2 className="story ink" dir="auto" style={styles.story}>
          {story.title}
        </h2>
        {story.pieces ? (
          <MailPieces pieces={story.pieces} drawing={drawing} />
        ) : (
          <>
            <p className="ink" dir="auto" style={styles.text}>
              {story.opening}
            </p>
            <More to={`${links.page}#${story.id}`}>{words.readOn}</More>
          </>
        )}
      </Cell>
    </Cell>
  );
}
