import type { TreeElement } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '../page/icon.tsx';
import { wordsLanguage } from '../reading/words-language.ts';
import { Heading } from './heading.tsx';
import { InlineNodes } from './inline-nodes.tsx';
import type { Draw } from './reader.ts';
import { childNamed, isElement, textProp } from './tree.ts';

type CaseProps = { element: TreeElement; draw: Draw };

export function CaseStudy({ element, draw }: CaseProps) {
  const { caseTitles = true, caseNote } = draw.reader;
  const id = textProp(element, 'id') ?? '';
  const note = caseNote?.({
    id,
    function: textProp(element, 'function'),
    standard: textProp(element, 'standard'),
  });
  const situation = childNamed(element, 'Situation');
  const bad = childNamed(element, 'Bad');
  const good = childNamed(element, 'Good');
  const lesson = childNamed(element, 'Lesson');
  const level = caseTitles ? draw.level + 1 : draw.level;
  return (
    <article className="case" id={id || undefined}>
      <header className="case-head">
        <p className="eyebrow" lang={wordsLanguage}>
          {m.ui_case_eyebrow()}
          {note && <> · {note}</>}
        </p>
        {caseTitles && (
          <Heading level={level} className="case-title">
            {textProp(element, 'title')}
          </Heading>
        )}
        {situation && (
          <div className="situation" dir="auto">
            {draw.nodes(situation.children)}
          </div>
        )}
      </header>
      <div className="pair">
        {bad && <Side element={bad} draw={draw} level={caseTitles ? level + 1 : level} verdict="bad" />}
        {good && <Side element={good} draw={draw} level={caseTitles ? level + 1 : level} verdict="good" />}
      </div>
      {lesson && (
        <div className="lesson">
          <p className="lesson-word" lang={wordsLanguage}>
            {m.ui_case_lesson()}
          </p>
          <p dir="auto">
            <InlineNodes nodes={lesson.children} />
          </p>
        </div>
      )}
    </article>
  );
}

type SideProps = CaseProps & { level: number; verdict: 'good' | 'bad' };

function Side({ element, draw, level, verdict }: SideProps) {
  const felt = childNamed(element, 'Felt');
  const cost = childNamed(element, 'Cost');
  const told = (element.children ?? []).filter((child) => child !== felt && child !== cost);
  return (
    <section className={`side side-${verdict}`}>
      <Heading level={level} className="side-word" lang={wordsLanguage}>
        <Icon name={verdict === 'good' ? 'tick' : 'cross'} bold />
        {verdict === 'good' ? m.ui_case_good() : m.ui_case_bad()}
      </Heading>
      <div className="talk">
        {told.map((child, index) =>
          isElement(child) && child.name === 'Said' ? (
            <Said key={index} element={child} />
          ) : (
            <div key={index} dir="auto">
              {draw.nodes([child])}
            </div>
          ),
        )}
      </div>
      <dl className="outcome">
        {felt && <Outcome term={m.ui_case_felt()} element={felt} />}
        {cost && <Outcome term={m.ui_case_cost()} element={cost} />}
      </dl>
    </section>
  );
}

/** The quotation marks are those of the page's language. */
function Said({ element }: { element: TreeElement }) {
  const who = textProp(element, 'who');
  return (
    <div className="said">
      {who && (
        <span className="said-who" dir="auto">
          {who}
        </span>
      )}
      <q className="said-words" dir="auto">
        <InlineNodes nodes={element.children} />
      </q>
    </div>
  );
}

function Outcome({ term, element }: { term: string; element: TreeElement }) {
  return (
    <div>
      <dt lang={wordsLanguage}>{term}</dt>
      <dd dir="auto">
        <InlineNodes nodes={element.children} />
      </dd>
    </div>
  );
}
