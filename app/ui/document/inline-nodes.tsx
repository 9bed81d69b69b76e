import { Fragment, type ReactNode } from 'react';
import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { isElement, textProp } from './tree.ts';

const plain = new Set(['strong', 'em', 'b', 'i', 'del', 'code', 'sup', 'sub', 'kbd', 'abbr']);

/** Text for where HTML allows no blocks: a label, a legend, a link. Paragraphs become lines. */
export function InlineNodes({ nodes, links = true }: { nodes: TreeNode[] | undefined; links?: boolean }) {
  const list = (nodes ?? []).filter((node) => isElement(node) || node.trim() !== '' || nodes?.length !== 1);
  const paragraphs = list.filter((node) => isElement(node) && node.name === 'p').length;
  return (
    <>
      {list.map((node, index) => {
        if (!isElement(node)) return <Fragment key={index}>{node}</Fragment>;
        if (node.name !== 'p') return <InlineElement key={index} element={node} links={links} />;
        const inner = <InlineNodes nodes={node.children} links={links} />;
        if (paragraphs === 1) return <Fragment key={index}>{inner}</Fragment>;
        return (
          <span key={index} className="inline-line">
            {inner}
          </span>
        );
      })}
    </>
  );
}

/** `links` is false inside a link or a label, where a second thing to press would be lost. */
export function InlineElement({ element, links = true }: { element: TreeElement; links?: boolean }) {
  const inner = <InlineNodes nodes={element.children} links={links} />;
  if (element.name === 'br') return <br />;
  if (element.name === 'a' && links) return <TextLink element={element}>{inner}</TextLink>;
  if (!plain.has(element.name)) return inner;
  const Tag = element.name as 'strong';
  return <Tag>{inner}</Tag>;
}

function TextLink({ element, children }: { element: TreeElement; children: ReactNode }) {
  const href = textProp(element, 'href') ?? '';
  if (/^https?:/i.test(href)) {
    return (
      <a href={href} rel="noopener">
        {children}
      </a>
    );
  }
  // Documents are checked when published; what was stored before a rule existed is checked again here.
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^(mailto|tel):/i.test(href)) return <>{children}</>;
  return <a href={href}>{children}</a>;
}
