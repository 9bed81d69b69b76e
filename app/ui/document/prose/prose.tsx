import { Fragment, type ReactNode } from 'react';
import type { ProsePiece } from './prose-piece.ts';

type Props = {
  pieces: ProsePiece[];
  /** The form for what a reader will do. */
  renderCommitment: (prompt: string) => ReactNode;
};

/** Text that was drawn on the server: a run of it is one element to React, however long it is. */
export function Prose({ pieces, renderCommitment }: Props) {
  return (
    <>
      {pieces.map((piece, index) =>
        'html' in piece ? (
          // Drawn by our own components from a checked tree; React escaped every text in it.
          <div key={index} className="prose prose-wide" dangerouslySetInnerHTML={{ __html: piece.html }} />
        ) : (
          <Fragment key={index}>{renderCommitment(piece.prompt)}</Fragment>
        ),
      )}
    </>
  );
}
