import { Link } from '../link/link.tsx';
import { useEffect, useRef } from 'react';
import type { Moment, Scenario } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '../page/icon.tsx';
import { endings, type End } from './scenario/endings.ts';
import { wordsLanguage } from '../reading/words-language.ts';
import { Heading } from './heading.tsx';
import { InlineNodes } from './inline-nodes.tsx';
import { TextNodes } from './text-nodes.tsx';
import { pathAfter, walkScenario, type ScenarioStep } from './walk-scenario.ts';

export type ScenarioViewProps = {
  scenario: Scenario;
  path: string;
  hrefFor: (path: string) => string;
  /** The level of its own heading. */
  level?: number;
  /** False where the page's own heading already says the title. */
  title?: boolean;
};

/** Each choice is a link: one press of a thumb, the browser's own way back, and no script needed. */
export function ScenarioView({ scenario, path, hrefFor, level = 2, title = true }: ScenarioViewProps) {
  const walk = walkScenario(scenario, path);
  const here = `${scenario.id}-here`;
  const href = (to: string) => `${hrefFor(to)}#${here}`;
  const spot = useRef<HTMLDivElement>(null);
  const before = useRef(walk.path);

  // A new page would put the reader there; a page changed by a script has to do it itself.
  useEffect(() => {
    if (before.current === walk.path) return;
    before.current = walk.path;
    spot.current?.focus({ preventScroll: true });
    spot.current?.scrollIntoView();
  }, [walk.path]);

  const under = title ? level + 1 : level;
  const last = walk.steps.at(-1);
  const [felt, now] = [`${scenario.id}-felt`, `${scenario.id}-now`];
  return (
    <section className="scenario" aria-label={title ? undefined : scenario.title}>
      {title && <Heading level={level}>{scenario.title}</Heading>}
      {walk.lost && (
        <p className="notice mt-4" lang={wordsLanguage}>
          {m.ui_scenario_lost()}
        </p>
      )}
      {walk.steps.length > 0 && (
        <ol className="trail" aria-label={m.ui_scenario_so_far()}>
          {walk.steps.map((step, index) => (
            <TrailStep key={index} step={step} isLast={step === last} />
          ))}
        </ol>
      )}
      {/* Whoever comes here by ear hears what the choice did, and what happens next. */}
      <div
        id={here}
        ref={spot}
        tabIndex={-1}
        className="spot"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset belongs to a form
        role="group"
        aria-labelledby={last ? `${felt} ${now}` : now}
      >
        {last && <Consequence id={felt} step={last} />}
        {walk.here && !walk.here.end && (
          <Now id={now} moment={walk.here} path={walk.path} href={href} level={under} />
        )}
        {walk.here?.end && <Ending id={now} moment={walk.here} end={walk.here.end} level={under} />}
      </div>
      {walk.back !== null && (
        <div className="scenario-turns" lang={wordsLanguage}>
          <Link className={walk.here?.end ? 'btn btn-quiet' : undefined} to={href('')} preventScrollReset>
            {m.ui_scenario_again()}
          </Link>
          <Link to={href(walk.back)} preventScrollReset>
            {m.ui_scenario_back()}
          </Link>
        </div>
      )}
    </section>
  );
}

/** What was chosen last is told below, where its consequence stands. */
function TrailStep({ step, isLast }: { step: ScenarioStep; isLast: boolean }) {
  return (
    <li>
      <div className="moment-text" dir="auto">
        <TextNodes nodes={step.moment.nodes} level={4} />
      </div>
      {!isLast && (
        <dl>
          <Chosen step={step} />
          <div>
            <dt lang={wordsLanguage}>{m.ui_scenario_felt()}</dt>
            <dd dir="auto">{step.choice.felt}</dd>
          </div>
        </dl>
      )}
    </li>
  );
}

function Chosen({ step }: { step: ScenarioStep }) {
  return (
    <div>
      <dt lang={wordsLanguage}>{m.ui_scenario_chose()}</dt>
      <dd dir="auto">
        <InlineNodes nodes={step.choice.nodes} />
      </dd>
    </div>
  );
}

/** How the customer took it, before the story goes on: this is what a choice is about. */
function Consequence({ id, step }: { id: string; step: ScenarioStep }) {
  return (
    <dl className="consequence">
      <Chosen step={step} />
      <div id={id} className="consequence-felt">
        <dt lang={wordsLanguage}>{m.ui_scenario_felt()}</dt>
        <dd dir="auto">{step.choice.felt}</dd>
      </div>
    </dl>
  );
}

type NowProps = { id: string; moment: Moment; path: string; href: (path: string) => string; level: number };

function Now({ id, moment, path, href, level }: NowProps) {
  return (
    <div className="moment">
      <div id={id} className="moment-text" dir="auto">
        <TextNodes nodes={moment.nodes} level={level + 1} />
      </div>
      <Heading level={level} className="moment-ask" lang={wordsLanguage}>
        {m.ui_scenario_ask()}
      </Heading>
      <ul className="choices">
        {moment.choices.map((choice, index) => (
          <li key={index}>
            <Link className="choice" to={href(pathAfter(path, index))} preventScrollReset>
              <span dir="auto">
                <InlineNodes nodes={choice.nodes} links={false} />
              </span>
              <Icon name="onward" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

type EndingProps = { id: string; moment: Moment; end: End; level: number };

function Ending({ id, moment, end, level }: EndingProps) {
  const { icon, word } = endings[end];
  return (
    <div id={id} className={`ending ending-${end}`}>
      <Heading level={level} className="side-word" lang={wordsLanguage}>
        <Icon name={icon} bold />
        {word()}
      </Heading>
      <div className="moment-text" dir="auto">
        <TextNodes nodes={moment.nodes} level={level + 1} />
      </div>
    </div>
  );
}
