import { Fragment, type ReactNode } from 'react';
import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { CaseStudy } from './case-study.tsx';
import { Callout, Figure, For, Lead, Quote, Reflect, Steps } from './components.tsx';
import { BlockElement } from './elements.tsx';
import { InlineElement } from './inline-nodes.tsx';
import type { Draw, Reader } from './reader.ts';
import { isElement, isInline, textProp } from './tree.ts';

export type TextNodesProps = Reader & { nodes: TreeNode[]; level?: number };

/** Stands inside an element of class `prose`. */
export function TextNodes({ nodes, level = 2, ...reader }: TextNodesProps) {
  return <>{drawing(reader, level).nodes(nodes)}</>;
}

function drawing(reader: Reader, level: number): Draw {
  const draw: Draw = {
    reader,
    level,
    nodes: (nodes, at = level) => {
      const inner = at === level ? draw : drawing(reader, at);
      return (nodes ?? []).map((node, index) => <Fragment key={index}>{drawNode(node, inner)}</Fragment>);
    },
  };
  return draw;
}

type Component = (props: { element: TreeElement; draw: Draw }) => ReactNode;

const components: Record<string, Component> = {
  Lead,
  Callout,
  Figure,
  Quote,
  Steps,
  For,
  Reflect,
  CaseStudy,
  Commitment,
};

function drawNode(node: TreeNode, draw: Draw): ReactNode {
  if (!isElement(node)) return node;
  const Named = Object.hasOwn(components, node.name) ? components[node.name] : undefined;
  if (Named) return <Named element={node} draw={draw} />;
  if (isInline(node)) return <InlineElement element={node} />;
  return <BlockElement element={node} draw={draw} />;
}

function Commitment({ element, draw }: { element: TreeElement; draw: Draw }) {
  const prompt = textProp(element, 'prompt') ?? '';
  if (draw.reader.renderCommitment) return <>{draw.reader.renderCommitment(prompt)}</>;
  return (
    <div className="reflect">
      <p className="reflect-ask" dir="auto">
        {prompt}
      </p>
    </div>
  );
}
