import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import * as m from '#app/messages/generated/messages.js';
import type { IssuePiece } from '../../document/issue/issue-parts.ts';
import { TextNodes } from '../../document/text-nodes.tsx';
import { PosterPicture } from '../../posters/poster-picture.tsx';
import { wordsLanguage } from '../../reading/words-language.ts';

type PiecesProps = { pieces: IssuePiece[]; functionName: (id: string) => string };

/** What a story is made of, in its order. */
export function IssuePieces({ pieces, functionName }: PiecesProps) {
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          <Piece piece={piece} functionName={functionName} />
        </Fragment>
      ))}
    </>
  );
}

function Piece({ piece, functionName }: { piece: IssuePiece; functionName: PiecesProps['functionName'] }) {
  switch (piece.kind) {
    case 'text':
      return (
        <div className="prose prose-wide">
          <TextNodes nodes={piece.nodes} />
        </div>
      );
    case 'for':
      return <ForReader piece={piece} functionName={functionName} />;
    case 'case':
      return <Case piece={piece} />;
    case 'poster':
      return <Poster piece={piece} />;
    case 'thanks':
      return <Thanks piece={piece} />;
    case 'changes':
      return <Changes piece={piece} />;
  }
}

type Of<Kind extends IssuePiece['kind']> = { piece: Extract<IssuePiece, { kind: Kind }> };

function ForReader({ piece, functionName }: Of<'for'> & { functionName: PiecesProps['functionName'] }) {
  const label = m.ui_for_function({ name: functionName(piece.functionId) });
  return (
    <section className="for" aria-label={label}>
      <p className="eyebrow mb-0" lang={wordsLanguage}>
        {label}
      </p>
      <IssuePieces pieces={piece.pieces} functionName={functionName} />
    </section>
  );
}

function Case({ piece: { id, title, element, language } }: Of<'case'>) {
  return (
    <div className="prose prose-wide issue-case" lang={language}>
      <TextNodes nodes={[element]} level={2} />
      <p className="issue-more" lang={wordsLanguage}>
        <Link to={`/cases/${id}`} aria-label={m.ui_issue_case_named({ title })}>
          {m.ui_issue_case()}
        </Link>
      </p>
    </div>
  );
}

function Poster({ piece: { slug, title, language } }: Of<'poster'>) {
  return (
    <figure className="issue-poster">
      <Link to={`/posters/${slug}`}>
        <PosterPicture
          src={`/posters/${slug}.png?size=a4&language=${encodeURIComponent(language)}`}
          alt={m.ui_issue_poster_named({ title })}
          pixels={[210, 297]}
          sizes="(min-width: 40rem) 13rem, min(100vw, 20rem)"
          widest={720}
        />
      </Link>
      <figcaption>
        <span className="eyebrow">{m.ui_issue_poster()}</span>
        <Link to={`/posters/${slug}`} lang={language} dir="auto">
          {title}
        </Link>
      </figcaption>
    </figure>
  );
}

function Thanks({ piece: { name, nodes } }: Of<'thanks'>) {
  return (
    <div className="issue-thanks">
      <p className="issue-thanks-to" lang={wordsLanguage} dir="auto">
        {name === null ? m.ui_issue_thanks_colleague() : m.ui_issue_thanks({ name })}
      </p>
      <div className="prose">
        <TextNodes nodes={nodes} />
      </div>
    </div>
  );
}

function Changes({ piece: { changes, more } }: Of<'changes'>) {
  if (changes.length === 0) return <p className="soft mt-4">{m.ui_issue_changes_none()}</p>;
  return (
    <>
      <ul className="lines issue-changes">
        {changes.map(({ slug, title, language, isNew, lines }) => (
          <li key={slug}>
            <h3 lang={language} dir="auto">
              <Link to={`/learn/${slug}`}>{title}</Link>
            </h3>
            <span className="state" lang={wordsLanguage}>
              {isNew ? m.ui_issue_change_new() : m.ui_issue_change_changed()}
            </span>
            {lines.map((line) => (
              <p key={line} lang={language} dir="auto">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-3" lang={wordsLanguage}>
          <Link to="/learn">{m.ui_issue_changes_more({ count: more })}</Link>
        </p>
      )}
    </>
  );
}
