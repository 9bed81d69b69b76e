import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { InlineNodes } from '../../document/inline-nodes.tsx';
import type { TextNodesProps } from '../../document/text-nodes.tsx';
import { TextNodes } from '../../document/text-nodes.tsx';
import { wordsLanguage } from '../../reading/words-language.ts';

type Nodes = TextNodesProps['nodes'];

export type PlanPiece =
  | { kind: 'text' | 'say' | 'ask'; nodes: Nodes }
  | { kind: 'case'; element: Nodes[number] }
  | { kind: 'slide'; number: number; title: string; nodes: Nodes };

export type PlanPart = { title: string; minutes: number; from: number; to: number; pieces: PlanPiece[] };

export type TalkPlanViewProps = {
  language?: string;
  parts: PlanPart[];
  exit: Nodes;
  /** The address of a slide by its number, from 1. */
  slideAt: (number: number) => string;
};

/** A plan as whoever leads the talk reads it: what to know in plain text, what to say as speech, what to ask set apart. */
export function TalkPlanView({ language, parts, exit, slideAt }: TalkPlanViewProps) {
  return (
    <div className="plan" lang={language}>
      <ol className="plan-parts">
        {parts.map((part, index) => (
          <li key={part.from} className="plan-part" id={`part-${index + 1}`} data-from={part.from}>
            <p className="plan-minutes" lang={wordsLanguage}>
              <span className="num">{m.ui_talk_span({ from: part.from, to: part.to })}</span>
              <span className="plan-unit">{m.ui_talk_minutes_word()}</span>
            </p>
            <div className="plan-body">
              <h2 dir="auto">{part.title}</h2>
              {part.pieces.map((piece, at) => (
                <Piece key={at} piece={piece} slideAt={slideAt} />
              ))}
            </div>
          </li>
        ))}
        {exit.length > 0 && (
          <li className="plan-part">
            <p className="plan-minutes plan-last" lang={wordsLanguage}>
              {m.ui_talk_last()}
            </p>
            <div className="plan-body">
              <h2 lang={wordsLanguage}>{m.ui_talk_exit()}</h2>
              <div className="plan-ask plan-exit" dir="auto">
                <InlineNodes nodes={exit} />
              </div>
            </div>
          </li>
        )}
      </ol>
    </div>
  );
}

function Labelled({ word, className, children }: { word: string; className: string; children: ReactNode }) {
  return (
    <div className={className}>
      <p className="plan-word" lang={wordsLanguage}>
        {word}
      </p>
      {children}
    </div>
  );
}

function Piece({ piece, slideAt }: { piece: PlanPiece; slideAt: TalkPlanViewProps['slideAt'] }) {
  if (piece.kind === 'say') {
    return (
      <Labelled word={m.ui_talk_say()} className="plan-say">
        <div className="plan-words">
          <TextNodes nodes={piece.nodes} level={3} />
        </div>
      </Labelled>
    );
  }
  if (piece.kind === 'ask') {
    return (
      <Labelled word={m.ui_talk_ask()} className="plan-ask">
        <TextNodes nodes={piece.nodes} level={3} />
      </Labelled>
    );
  }
  if (piece.kind === 'slide') {
    return (
      <p className="plan-slide">
        <span className="plan-word" lang={wordsLanguage}>
          {m.ui_talk_slide({ number: piece.number })}
        </span>
        <Link to={slideAt(piece.number)} dir="auto">
          {piece.title}
        </Link>
      </p>
    );
  }
  return (
    <div className="prose prose-wide">
      <TextNodes nodes={piece.kind === 'case' ? [piece.element] : piece.nodes} level={2} />
    </div>
  );
}
