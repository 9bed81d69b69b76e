import * as m from '#app/messages/generated/messages.js';
import { InlineNodes } from '../../document/inline-nodes.tsx';
import type { TextNodesProps } from '../../document/text-nodes.tsx';
import { TextNodes } from '../../document/text-nodes.tsx';
import { isElement, textProp } from '../../document/tree.ts';
import { Icon } from '../../page/icon.tsx';
import { wordsLanguage } from '../../reading/words-language.ts';

type Nodes = TextNodesProps['nodes'];

export type Slide =
  | { kind: 'title'; title: string; text: string }
  | { kind: 'words'; title: string; nodes: Nodes }
  | { kind: 'case'; verdict: 'bad' | 'good'; title: string; nodes: Nodes }
  | { kind: 'exit'; nodes: Nodes };

/** One picture on the wall, in letters that are read from the other end of the room. */
export function TalkSlide({ slide }: { slide: Slide }) {
  if (slide.kind === 'title') {
    return (
      <section className="slide slide-title">
        <h1 dir="auto">{slide.title}</h1>
        <p dir="auto">{slide.text}</p>
      </section>
    );
  }
  if (slide.kind === 'exit') {
    return (
      <section className="slide slide-exit">
        <p className="slide-word" lang={wordsLanguage}>
          {m.ui_talk_exit()}
        </p>
        <h1 dir="auto">
          <InlineNodes nodes={slide.nodes} />
        </h1>
      </section>
    );
  }
  if (slide.kind === 'words') {
    return (
      <section className="slide slide-words">
        <h1 dir="auto">{slide.title}</h1>
        <div className="slide-text">
          <TextNodes nodes={slide.nodes} level={2} />
        </div>
      </section>
    );
  }
  return (
    <section className={`slide slide-case slide-${slide.verdict}`}>
      <h1>
        <span className="slide-verdict" lang={wordsLanguage}>
          <Icon name={slide.verdict === 'good' ? 'tick' : 'cross'} bold />
          {slide.verdict === 'good' ? m.ui_case_good() : m.ui_case_bad()}
        </span>
        <span className="slide-of" dir="auto">
          {slide.title}
        </span>
      </h1>
      <div className="slide-text">
        {slide.nodes.map((node, index) => (
          <Turn key={index} node={node} />
        ))}
      </div>
    </section>
  );
}

const outcomes: Record<string, () => string> = { Felt: m.ui_case_felt, Cost: m.ui_case_cost };

/** Somebody speaks, or something came of it. */
function Turn({ node }: { node: Nodes[number] }) {
  if (!isElement(node)) return null;
  const outcome = outcomes[node.name];
  if (node.name !== 'Said' && !outcome) return <TextNodes nodes={[node]} level={2} />;
  const who = outcome?.() ?? textProp(node, 'who');
  const words = <InlineNodes nodes={node.children} />;
  return (
    <div className="slide-said">
      {who && (
        <p className="slide-who" dir="auto" lang={outcome ? wordsLanguage : undefined}>
          {who}
        </p>
      )}
      {outcome ? <p dir="auto">{words}</p> : <q dir="auto">{words}</q>}
    </div>
  );
}
