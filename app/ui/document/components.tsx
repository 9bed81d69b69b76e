import type { TreeElement } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { Image } from './elements.tsx';
import type { Draw } from './reader.ts';
import { wordsLanguage } from '../reading/words-language.ts';
import { namesIn, textProp } from './tree.ts';

type ComponentProps = { element: TreeElement; draw: Draw };

export function Lead({ element, draw }: ComponentProps) {
  return (
    <div className="lead" dir="auto">
      {draw.nodes(element.children)}
    </div>
  );
}

const calloutWords: Record<string, () => string> = {
  note: m.ui_callout_note,
  tip: m.ui_callout_tip,
  warning: m.ui_callout_warning,
};

export function Callout({ element, draw }: ComponentProps) {
  const word = calloutWords[textProp(element, 'kind') ?? 'note'] ?? m.ui_callout_note;
  return (
    <div className="callout" role="note">
      <strong className="callout-word" lang={wordsLanguage}>
        {word()}
      </strong>
      {draw.nodes(element.children)}
    </div>
  );
}

export function Figure({ element }: ComponentProps) {
  const caption = textProp(element, 'caption');
  return (
    <figure className="figure">
      <Image element={element} />
      {caption && <figcaption dir="auto">{caption}</figcaption>}
    </figure>
  );
}

export function Quote({ element, draw }: ComponentProps) {
  const by = textProp(element, 'by');
  return (
    <figure className="pullquote">
      <blockquote className="pullquote-words" dir="auto">
        {draw.nodes(element.children)}
      </blockquote>
      {by && (
        <figcaption className="pullquote-by" dir="auto">
          {by}
        </figcaption>
      )}
    </figure>
  );
}

export function Steps({ element, draw }: ComponentProps) {
  return <div className="steps">{draw.nodes(element.children)}</div>;
}

export function For({ element, draw }: ComponentProps) {
  const meant = namesIn(textProp(element, 'function'));
  const { functions = [], functionName } = draw.reader;
  if (functions.length > 0 && !meant.some((name) => functions.includes(name))) return null;
  const label = functionName && m.ui_for_function({ name: meant.map(functionName).join(', ') });
  return (
    <div className="for" role={label ? 'group' : undefined} aria-label={label}>
      {label && (
        <p className="eyebrow mb-0" lang={wordsLanguage}>
          {label}
        </p>
      )}
      {draw.nodes(element.children)}
    </div>
  );
}

/** A question to think about; nothing is asked back. */
export function Reflect({ element, draw }: ComponentProps) {
  return (
    <aside className="reflect">
      <p className="eyebrow mb-0" lang={wordsLanguage}>
        {m.ui_reflect()}
      </p>
      <div className="reflect-ask">{draw.nodes(element.children)}</div>
    </aside>
  );
}
