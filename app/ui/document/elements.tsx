import type { TreeElement } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { Heading } from './heading.tsx';
import type { Draw } from './reader.ts';
import { textProp } from './tree.ts';

const blocks = new Set(['p', 'ul', 'li', 'blockquote', 'pre', 'thead', 'tbody', 'tr', 'dl', 'dt', 'dd']);

type ElementProps = { element: TreeElement; draw: Draw };

/** What Markdown can say. A name that is not known here is passed over and its text kept. */
export function BlockElement({ element, draw }: ElementProps) {
  const { name } = element;
  const inner = draw.nodes(element.children);
  if (/^h[1-6]$/.test(name)) {
    const level = Math.max(draw.level, draw.level + Number(name[1]) - 2);
    return (
      <Heading level={level} id={textProp(element, 'id')}>
        {inner}
      </Heading>
    );
  }
  if (name === 'hr') return <hr />;
  if (name === 'img') return <Image element={element} />;
  if (name === 'ol') return <ol start={Number(element.props?.start ?? 1)}>{inner}</ol>;
  if (name === 'input') return <Box element={element} />;
  if (name === 'th' || name === 'td') return <TableCell element={element} draw={draw} />;
  if (name === 'table') {
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
      <section className="doc-table" aria-label={m.ui_document_table()} tabIndex={0}>
        <table>{inner}</table>
      </section>
    );
  }
  if (!blocks.has(name)) return <>{inner}</>;
  const Tag = name as 'p';
  return <Tag dir={name === 'p' || name === 'li' ? 'auto' : undefined}>{inner}</Tag>;
}

export function Image({ element }: { element: TreeElement }) {
  return (
    <img
      src={textProp(element, 'src')}
      alt={textProp(element, 'alt') ?? ''}
      title={textProp(element, 'title')}
      loading="lazy"
      decoding="async"
    />
  );
}

function TableCell({ element, draw }: ElementProps) {
  const align = textProp(element, 'align');
  const className = align === 'right' ? 'n text-end' : align === 'center' ? 'text-center' : undefined;
  const inner = draw.nodes(element.children);
  if (element.name === 'td') {
    return (
      <td className={className} dir="auto">
        {inner}
      </td>
    );
  }
  return (
    <th scope="col" className={className} dir="auto">
      {inner}
    </th>
  );
}

function Box({ element }: { element: TreeElement }) {
  const checked = element.props?.checked === true;
  return <span aria-hidden="true">{checked ? '☑ ' : '☐ '}</span>;
}
