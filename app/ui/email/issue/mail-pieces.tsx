import { Fragment } from 'react';
import type { IssuePiece } from '../../document/issue/issue-parts.ts';
import { Cell, Gap } from './cells.tsx';
import { MailCase } from './mail-case.tsx';
import { MailNodes, Picture, Washed, type Drawing } from './mail-nodes.tsx';
import { colours, styles } from './mail-style.ts';

/** A piece with the words that the page around it says of it. */
export type WordedPiece =
  | Exclude<IssuePiece, { kind: 'thanks' | 'changes' | 'for' }>
  | { kind: 'for'; pieces: WordedPiece[] }
  | { kind: 'thanks'; title: string; nodes: Extract<IssuePiece, { kind: 'thanks' }>['nodes'] }
  | {
      kind: 'changes';
      lines: { slug: string; title: string; state: string; lines: string[] }[];
      note: string | null;
    };

/** What the picture of a poster is called among those of a mail. */
const posterKey = ({ slug, language }: { slug: string; language: string }) => `poster:${slug}:${language}`;

type PiecesProps = { pieces: WordedPiece[]; drawing: Drawing };

/** What a story is made of, in its order. */
export function MailPieces({ pieces, drawing }: PiecesProps) {
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          <Piece piece={piece} drawing={drawing} />
        </Fragment>
      ))}
    </>
  );
}

function Piece({ piece, drawing }: { piece: WordedPiece; drawing: Drawing }) {
  const { base, words, accent } = drawing;
  const marked = { padding: '2px 0 2px 18px', borderLeft: `5px solid ${accent}` };
  switch (piece.kind) {
    case 'text':
      return <MailNodes nodes={piece.nodes} drawing={drawing} />;
    case 'for':
      return (
        <>
          <Cell style={marked}>
            <p className="soft" style={{ ...styles.small, margin: '0 0 6px' }}>
              {words.forYou}
            </p>
            <MailPieces pieces={piece.pieces} drawing={drawing} />
          </Cell>
          <Gap high={18} />
        </>
      );
    case 'case':
      return (
        <>
          <div lang={piece.language}>
            <MailCase element={piece.element} drawing={drawing} />
          </div>
          <More to={`${base}/cases/${piece.id}`}>{words.openCase}</More>
        </>
      );
    case 'poster':
      return (
        <Washed>
          {drawing.pictures[posterKey(piece)] && (
            <>
              <a href={`${base}/posters/${piece.slug}`} style={styles.link}>
                <Picture picture={drawing.pictures[posterKey(piece)]!} alt={piece.title} most={240} />
              </a>
              <Gap high={12} />
            </>
          )}
          <p className="soft" style={styles.small}>
            {words.poster}
          </p>
          {piece.says.map(({ text, language }) => (
            <p
              key={text}
              className="ink"
              dir="auto"
              lang={language ?? piece.language}
              style={{ ...styles.caseTitle, margin: '6px 0' }}
            >
              {text}
            </p>
          ))}
          <p
            className="ink"
            dir="auto"
            lang={piece.language}
            style={{ ...(piece.says.length > 0 ? styles.text : styles.caseTitle), margin: '2px 0 14px' }}
          >
            <a href={`${base}/posters/${piece.slug}`} style={styles.link}>
              {piece.title}
            </a>
          </p>
        </Washed>
      );
    case 'thanks':
      return (
        <>
          <Cell style={marked}>
            <p className="ink" dir="auto" style={styles.caseTitle}>
              {piece.title}
            </p>
            <MailNodes nodes={piece.nodes} drawing={drawing} />
          </Cell>
          <Gap high={18} />
        </>
      );
    case 'changes':
      return <Changes piece={piece} drawing={drawing} />;
  }
}

function Changes({ piece, drawing }: { piece: Extract<WordedPiece, { kind: 'changes' }>; drawing: Drawing }) {
  const line = { padding: '10px 0 4px', borderTop: `1px solid ${colours.rule}` };
  return (
    <>
      {piece.lines.map(({ slug, title, state, lines }) => (
        <Cell key={slug} style={line}>
          <p className="ink" dir="auto" style={{ ...styles.text, margin: '0 0 6px' }}>
            <a href={`${drawing.base}/learn/${slug}`} style={{ ...styles.link, fontWeight: 700 }}>
              {title}
            </a>
            {` · ${state}`}
          </p>
          {lines.map((one) => (
            <p key={one} className="soft" dir="auto" style={{ ...styles.small, margin: '0 0 6px' }}>
              {one}
            </p>
          ))}
        </Cell>
      ))}
      {piece.note && (
        <p className="soft" style={{ ...styles.small, margin: '0 0 12px' }}>
          {piece.note}
        </p>
      )}
    </>
  );
}

export function More({ to, children }: { to: string; children: string }) {
  return (
    <p className="ink" style={{ ...styles.text, margin: '0 0 16px' }}>
      <a href={to} style={styles.link}>
        {children}
      </a>
    </p>
  );
}
