import type { CSSProperties } from 'react';
import type { TreeElement, TreeNode } from '../../document/issue/issue-parts.ts';
import { childNamed, isElement, textProp } from '../../document/tree.ts';
import { Cell, Gap } from './cells.tsx';
import { MailNodes, type Drawing } from './mail-nodes.tsx';
import { colours, styles } from './mail-style.ts';

type CaseProps = { element: TreeElement; drawing: Drawing };

/** A case as the page draws it: bad outlined, good filled, each with its mark and its word. */
export function MailCase({ element, drawing }: CaseProps) {
  const [situation, bad, good, lesson] = ['Situation', 'Bad', 'Good', 'Lesson'].map((name) =>
    childNamed(element, name),
  );
  const { words } = drawing;
  return (
    <>
      <Gap high={8} />
      <Cell className="rule" style={{ borderTop: `2px solid ${colours.ink}`, padding: '12px 0 0' }}>
        <p className="soft" style={styles.small}>
          {words.case}
        </p>
        <h3 className="ink" dir="auto" style={styles.caseTitle}>
          {textProp(element, 'title')}
        </h3>
        <MailNodes nodes={situation?.children} drawing={drawing} />
      </Cell>
      {bad && (
        <>
          <Cell className="bad" style={{ border: `2px solid ${colours.bad}`, padding: '16px 20px 18px' }}>
            <Side element={bad} drawing={drawing} verdict="bad" />
          </Cell>
          <Gap high={14} />
        </>
      )}
      {good && (
        <>
          <Cell className="good" ground={colours.good} style={{ padding: '18px 22px 20px' }}>
            <Side element={good} drawing={drawing} verdict="good" />
          </Cell>
          <Gap high={18} />
        </>
      )}
      {lesson && (
        <>
          <p className="soft" style={styles.small}>
            {words.lesson}
          </p>
          <MailNodes
            nodes={asParagraph(lesson.children)}
            drawing={drawing}
            style={{ ...styles.quote, margin: '0 0 12px' }}
          />
        </>
      )}
    </>
  );
}

const asParagraph = (nodes: TreeNode[] | undefined): TreeNode[] => [{ name: 'p', children: lineOf(nodes) }];

/** A line that was written as a paragraph is its words. */
function lineOf(nodes: TreeNode[] = []): TreeNode[] {
  return nodes.flatMap((node) => (isElement(node) && node.name === 'p' ? (node.children ?? []) : [node]));
}

type SideProps = CaseProps & { verdict: 'good' | 'bad' };

function Side({ element, drawing, verdict }: SideProps) {
  const { words } = drawing;
  const isGood = verdict === 'good';
  const colour = isGood ? colours.onGood : colours.ink;
  const className = isGood ? 'on-good' : 'ink';
  const text: CSSProperties = {
    ...styles.text,
    fontSize: 16,
    lineHeight: '25px',
    margin: '0 0 12px',
    color: colour,
  };
  const label: CSSProperties = { ...styles.strong, color: colour };
  const how = { drawing, className, style: text };
  const outcome = (term: string, child: TreeElement | undefined) =>
    child && (
      <p className={className} dir="auto" style={{ ...text, margin: '6px 0 0' }}>
        <strong className={className} style={label}>
          {term}
        </strong>
        <br />
        <MailNodes nodes={lineOf(child.children)} {...how} />
      </p>
    );
  return (
    <>
      <p
        className={isGood ? 'on-good' : 'bad-word'}
        style={{
          ...styles.text,
          margin: '0 0 10px',
          fontWeight: 700,
          color: isGood ? colours.onGood : colours.bad,
        }}
      >
        {isGood ? `✓ ${words.good}` : `✕ ${words.bad}`}
      </p>
      {(element.children ?? []).filter(isElement).map((child, index) => {
        if (child.name === 'Felt' || child.name === 'Cost') return null;
        if (child.name !== 'Said') return <MailNodes key={index} nodes={[child]} {...how} />;
        return (
          <p key={index} className={className} dir="auto" style={text}>
            <strong className={className} style={label}>
              {textProp(child, 'who')}
            </strong>
            <br />“<MailNodes nodes={lineOf(child.children)} {...how} />”
          </p>
        );
      })}
      {outcome(words.felt, childNamed(element, 'Felt'))}
      {outcome(words.cost, childNamed(element, 'Cost'))}
    </>
  );
}
