import type { Question } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { InlineNodes } from './inline-nodes.tsx';
import { TextNodes } from './text-nodes.tsx';
import { isElement, isInline } from './tree.ts';

type TextProps = { question: Question; number?: number; locale?: string };

/** A legend may hold no blocks: lists, figures and what follows them stand below it. */
function cut(question: Question): number {
  const block = question.nodes.findIndex((node) => !isInline(node) && isElement(node) && node.name !== 'p');
  return block === -1 ? question.nodes.length : block;
}

export function QuestionText({ question, number, locale = 'en' }: TextProps) {
  return (
    <>
      {number !== undefined && m.ui_question_number({ number: new Intl.NumberFormat(locale).format(number) })}{' '}
      <InlineNodes nodes={question.nodes.slice(0, cut(question))} links={false} />
    </>
  );
}

export function QuestionRest({ question }: { question: Question }) {
  const rest = question.nodes.slice(cut(question));
  if (rest.length === 0) return null;
  return (
    <div className="prose mt-4">
      <TextNodes nodes={rest} level={4} />
    </div>
  );
}
