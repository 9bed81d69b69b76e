import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Moment, Scenario } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { Icon, type IconName } from '../page/icon.tsx';
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
  return (
    <section className="scenario" aria-label={title ? undefined : scenario.title}>
      {title && <Heading level={level}>{scenario.title}</Heading>}
      {walk.lost && <p className="notice mt-4">{m.ui_scenario_lost()}</p>}
      {walk.steps.length > 0 && (
        <ol className="trail" aria-label={m.ui_scenario_so_far()}>
          {walk.steps.map((step, index) => (
            <TrailStep key={index} step={step} />
          ))}
        </ol>
      )}
      <div id={here} ref={spot} tabIndex={-1} className="spot">
        {walk.here && !walk.here.end && <Now moment={walk.here} path={walk.path} href={href} level={under} />}
        {walk.here?.end && <Ending moment={walk.here} end={walk.here.end} level={under} />}
      </div>
      {walk.back !== null && (
        <div className="scenario-turns">
          <Link to={href(walk.back)} preventScrollReset>
            {m.ui_scenario_back()}
          </Link>
          <Link to={href('')} preventScrollReset>
            {m.ui_scenario_again()}
          </Link>
        </div>
      )}
    </section>
  );
}

function TrailStep({ step }: { step: ScenarioStep }) {
  return (
    <li>
      <div className="moment-text" dir="auto">
        <TextNodes nodes={step.moment.nodes} level={4} />
      </div>
      <dl>
        <div>
          <dt>{m.ui_scenario_chose()}</dt>
          <dd dir="auto">
            <InlineNodes nodes={step.choice.nodes} />
          </dd>
        </div>
        <div>
          <dt>{m.ui_scenario_felt()}</dt>
          <dd dir="auto">{step.choice.felt}</dd>
        </div>
      </dl>
    </li>
  );
}

type NowProps = { moment: Moment; path: string; href: (path: string) => string; level: number };

function Now({ moment, path, href, level }: NowProps) {
  return (
    <div className="moment">
      <div className="moment-text" dir="auto">
        <TextNodes nodes={moment.nodes} level={level + 1} />
      </div>
      <Heading level={level} className="moment-ask">
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

type End = NonNullable<Moment['end']>;

const endings: Record<End, { icon: IconName; word: () => string }> = {
  good: { icon: 'tick', word: m.ui_scenario_end_good },
  mixed: { icon: 'between', word: m.ui_scenario_end_mixed },
  bad: { icon: 'cross', word: m.ui_scenario_end_bad },
};

function Ending({ moment, end, level }: { moment: Moment; end: End; level: number }) {
  const { icon, word } = endings[end];
  return (
    <div className={`ending ending-${end}`}>
      <Heading level={level} className="side-word">
        <Icon name={icon} bold />
        {word()}
      </Heading>
      <div className="moment-text" dir="auto">
        <TextNodes nodes={moment.nodes} level={level + 1} />
      </div>
    </div>
  );
}
