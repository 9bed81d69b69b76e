import type { CSSProperties, ReactNode } from 'react';

export type LetterProps = {
  language: string;
  subject: string;
  /** Whose mail it is: the company's name. */
  sender: string;
  /** `#rrggbb`; a mark beside the name, never under text. */
  accent?: string | null;
  title: string;
  paragraphs: string[];
  button?: { label: string; url: string } | null;
  notes: string[];
  foot: string[];
};

const colours = {
  paper: '#faf6ee',
  card: '#fffdf8',
  ink: '#1e2328',
  soft: '#4e5358',
  rule: '#d9cfbc',
  mark: '#f2b84b',
};

const display = "Georgia, 'Times New Roman', serif";
const plain = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Mail programs read no variables and few rules: what they miss, the inline styles hold. */
const darkAndNarrow = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .inside { padding: 26px 22px 30px !important; }
  .title { font-size: 27px !important; }
  .press-frame { width: 100% !important; }
  .press a { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  body, .paper { background: #15171a !important; }
  .card { background: #1c1f23 !important; border-color: #3a3e43 !important; }
  .ink { color: #ede7db !important; }
  .soft, .soft a { color: #b0ada5 !important; }
  .rule { border-color: #3a3e43 !important; }
  .press { background: #ede7db !important; }
  .press a { color: #15171a !important; border-color: #ede7db !important; }
}
`;

const text: CSSProperties = {
  margin: '0 0 16px',
  font: `400 17px/1.55 ${plain}`,
  color: colours.ink,
};

const small: CSSProperties = {
  margin: '0 0 8px',
  font: `400 14px/1.5 ${plain}`,
  color: colours.soft,
  overflowWrap: 'anywhere',
};

/** A whole mail: tables for the frame, styles inline, one link at most, and no image that anybody could count. */
export function Letter(props: LetterProps) {
  const { language, subject, sender, accent, title, paragraphs, button, notes, foot } = props;
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
      <body style={{ margin: 0, padding: 0, background: colours.paper }}>
        <Table className="paper" style={{ background: colours.paper }} cell={{ padding: '28px 12px 36px' }}>
          <Table style={letterWide} cell={{ padding: '0 4px 14px' }}>
            <Sender name={sender} accent={accent ?? colours.mark} />
          </Table>
          <Table
            className="card"
            style={{ ...letterWide, background: colours.card, border: `1px solid ${colours.rule}` }}
            inside="inside"
            cell={{ padding: '38px 44px 40px' }}
          >
            <h1 className="title ink" dir="auto" style={heading}>
              {title}
            </h1>
            {paragraphs.map((paragraph) => (
              <p key={paragraph} className="ink" dir="auto" style={text}>
                {paragraph}
              </p>
            ))}
            {button && <Press {...button} />}
            {notes.map((note) => (
              <p key={note} className="soft" dir="auto" style={small}>
                {note}
              </p>
            ))}
          </Table>
          <Table style={letterWide} cell={{ padding: '20px 4px 0' }}>
            {foot.map((line) => (
              <p key={line} className="soft" dir="auto" style={small}>
                {line}
              </p>
            ))}
          </Table>
        </Table>
      </body>
    </html>
  );
}

const heading: CSSProperties = {
  margin: '0 0 20px',
  font: `600 31px/1.2 ${display}`,
  letterSpacing: '-0.01em',
  color: colours.ink,
  overflowWrap: 'anywhere',
};

const letterWide: CSSProperties = { maxWidth: 600, marginInline: 'auto' };

type TableProps = {
  className?: string;
  style: CSSProperties;
  inside?: string;
  cell: CSSProperties;
  children: ReactNode;
};

/** One row of one cell: what every mail program lays out the same way. */
function Table({ className, style, inside, cell, children }: TableProps) {
  return (
    <table
      className={className}
      role="presentation"
      align="center"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ ...style, borderCollapse: 'separate', textAlign: 'start' }}
    >
      <tbody>
        <tr>
          <td className={inside} style={cell}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Sender({ name, accent }: { name: string; accent: string }) {
  return (
    <p
      className="ink"
      dir="auto"
      style={{
        margin: 0,
        paddingInlineStart: 12,
        borderInlineStart: `5px solid ${accent}`,
        font: `600 19px/1.3 ${display}`,
        color: colours.ink,
        overflowWrap: 'anywhere',
      }}
    >
      {name}
    </p>
  );
}

/** The colour lies on the cell and the link both: some programs paint the one, some the other. */
function Press({ label, url }: { label: string; url: string }) {
  return (
    <table
      className="press-frame"
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: '28px 0 26px' }}
    >
      <tbody>
        <tr>
          <td className="press" style={{ background: colours.ink, borderRadius: 5 }}>
            <a
              href={url}
              style={{
                display: 'inline-block',
                padding: '14px 26px',
                border: `1px solid ${colours.ink}`,
                borderRadius: 5,
                font: `600 17px/1.2 ${plain}`,
                color: colours.paper,
                textDecoration: 'none',
              }}
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
