import { Fragment, type CSSProperties, type ReactNode } from 'react';
import type { TreeElement, TreeNode } from '../../document/issue/issue-parts.ts';
import { isElement, textProp } from '../../document/tree.ts';
import { Cell, Gap } from './cells.tsx';
import { colours, mailWidth, styles } from './mail-style.ts';

export type MailPicture = { url: string; width: number; height: number };

/** The words of the furniture, in the reader's language. */
export type MailWords = Record<
  | 'bad'
  | 'good'
  | 'felt'
  | 'cost'
  | 'case'
  | 'lesson'
  | 'openCase'
  | 'poster'
  | 'forYou'
  | 'note'
  | 'tip'
  | 'warning',
  string
>;

export type Drawing = {
  /** `https://everyhand.example.com`: every link begins with it. */
  base: string;
  pictures: Readonly<Record<string, MailPicture>>;
  words: MailWords;
  accent: string;
};

export type MailNodesProps = {
  nodes: TreeNode[] | undefined;
  drawing: Drawing;
  /** Of paragraphs. */
  style?: CSSProperties;
  className?: string;
};

/** A text as mail programs show it: tables, styles of its own on every element, every address in full. */
export function MailNodes({ nodes = [], drawing, style = styles.text, className = 'ink' }: MailNodesProps) {
  return (
    <>
      {nodes.map((node, index) => (
        <Fragment key={index}>
          <Node node={node} drawing={drawing} style={style} className={className} />
        </Fragment>
      ))}
    </>
  );
}

type NodeProps = Omit<MailNodesProps, 'nodes'> & { node: TreeNode };

const plain = new Set(['strong', 'em', 'del']);

function Node({ node, ...how }: NodeProps): ReactNode {
  if (!isElement(node)) return node;
  const { name } = node;
  const { style, className } = how;
  const inner = <MailNodes nodes={node.children} {...how} />;
  if (plain.has(name)) {
    const Tag = name as 'strong';
    return <Tag>{inner}</Tag>;
  }
  if (name === 'p') {
    return (
      <p className={className} dir="auto" style={style}>
        {inner}
      </p>
    );
  }
  if (/^h[1-6]$/.test(name)) {
    return (
      <h3 className="ink" dir="auto" style={styles.heading}>
        {inner}
      </h3>
    );
  }
  if (name === 'br') return <br />;
  if (name === 'hr') return <Gap high={24} />;
  if (name === 'a') return <MailLink element={node} {...how} />;
  if (name === 'ul' || name === 'ol') return <MailList element={node} {...how} />;
  if (name === 'img' || name === 'Figure') return <MailImage element={node} drawing={how.drawing} />;
  if (name === 'code') return <span style={{ fontFamily: 'Consolas, monospace' }}>{inner}</span>;
  if (name === 'Callout') {
    return (
      <Washed>
        <p className="ink" style={{ ...styles.strong, margin: '0 0 6px' }}>
          {calloutWord(node, how.drawing.words)}
        </p>
        {inner}
      </Washed>
    );
  }
  if (name === 'Quote' || name === 'blockquote') return <MailQuote element={node} drawing={how.drawing} />;
  if (name === 'table') return <MailTable element={node} {...how} />;
  return inner;
}

export function calloutWord(element: TreeElement, words: MailWords): string {
  const kind = textProp(element, 'kind');
  return kind === 'tip' || kind === 'warning' ? words[kind] : words.note;
}

function MailLink({ element, ...how }: Omit<NodeProps, 'node'> & { element: TreeElement }) {
  const href = absolute(textProp(element, 'href') ?? '', how.drawing.base);
  const inner = <MailNodes nodes={element.children} {...how} />;
  if (!href) return inner;
  return (
    <a href={href} style={{ ...styles.link, color: how.style?.color }}>
      {inner}
    </a>
  );
}

/** Null for what is no address that a mail may have. */
export function absolute(href: string, base: string): string | null {
  if (/^(https?:|mailto:|tel:)/i.test(href)) return href;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || !URL.canParse(href, `${base}/`)) return null;
  return new URL(href, `${base}/`).href;
}

function MailList({ element, ...how }: Omit<NodeProps, 'node'> & { element: TreeElement }) {
  const Tag = element.name as 'ul';
  const items = (element.children ?? []).filter(isElement);
  const style = { ...how.style, margin: '0 0 8px' };
  return (
    <Tag className={how.className} style={{ ...how.style, margin: '0 0 16px', padding: '0 0 0 26px' }}>
      {items.map((item, index) => (
        <li key={index} dir="auto" style={style}>
          <MailNodes nodes={item.children} {...how} style={{ ...how.style, margin: 0 }} />
        </li>
      ))}
    </Tag>
  );
}

function MailImage({ element, drawing }: { element: TreeElement; drawing: Drawing }) {
  const picture = drawing.pictures[textProp(element, 'src') ?? ''];
  const caption = textProp(element, 'caption');
  if (!picture) return null;
  return (
    <>
      <Picture picture={picture} alt={textProp(element, 'alt') ?? ''} most={520} />
      {caption && (
        <p className="soft" dir="auto" style={{ ...styles.small, margin: '8px 0 16px' }}>
          {caption}
        </p>
      )}
      <Gap high={12} />
    </>
  );
}

/** As wide as it may be, and never wider than the screen. */
export function Picture({ picture, alt, most }: { picture: MailPicture; alt: string; most: number }) {
  const width = Math.min(most, picture.width, mailWidth);
  const height = Math.round((picture.height * width) / picture.width);
  return (
    <img
      className="soft"
      src={picture.url}
      alt={alt}
      width={width}
      height={height}
      // The letters are those of its words, where pictures are not shown.
      style={{ ...styles.small, display: 'block', width: '100%', maxWidth: width, height: 'auto', border: 0 }}
    />
  );
}

export function Washed({ children }: { children: ReactNode }) {
  return (
    <>
      <Cell className="wash" ground={colours.wash} style={{ padding: '18px 20px 4px' }}>
        {children}
      </Cell>
      <Gap high={20} />
    </>
  );
}

function MailQuote({ element, drawing }: { element: TreeElement; drawing: Drawing }) {
  const by = textProp(element, 'by');
  return (
    <>
      <Cell style={{ padding: '2px 0 2px 18px', borderLeft: `5px solid ${drawing.accent}` }}>
        <MailNodes nodes={element.children} drawing={drawing} style={styles.quote} />
        {by && (
          <p className="soft" dir="auto" style={styles.small}>
            {by}
          </p>
        )}
      </Cell>
      <Gap high={20} />
    </>
  );
}

function MailTable({ element, ...how }: Omit<NodeProps, 'node'> & { element: TreeElement }) {
  const rows = (element.children ?? [])
    .filter(isElement)
    .flatMap((part) => (part.children ?? []).filter(isElement));
  const line = { ...styles.small, padding: '8px 12px 8px 0', borderBottom: `1px solid ${colours.rule}` };
  return (
    <>
      <table width="100%" border={0} cellPadding={0} cellSpacing={0}>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {(row.children ?? []).filter(isElement).map((cell, at) => {
                const Tag = cell.name === 'th' ? 'th' : 'td';
                return (
                  <Tag key={at} className="ink" align="left" valign="top" dir="auto" style={line}>
                    <MailNodes nodes={cell.children} {...how} style={styles.small} />
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Gap high={16} />
    </>
  );
}
