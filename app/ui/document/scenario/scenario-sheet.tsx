import type { Scenario } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { InlineNodes } from '../inline-nodes.tsx';
import { TextNodes } from '../text-nodes.tsx';
import { endings } from './endings.ts';
import { wordsLanguage } from '../../reading/words-language.ts';

/** A scenario on paper: every moment has a number, and every choice says at which one the story goes on. */
export function ScenarioSheet({ scenario, level }: { scenario: Scenario; level: number }) {
  const numberOf = (id: string) => scenario.moments.findIndex((moment) => moment.id === id) + 1;
  return (
    <ol className="scenario-sheet">
      {scenario.moments.map((moment) => (
        <li key={moment.id} value={numberOf(moment.id)}>
          {moment.end && (
            <p className="sheet-end" lang={wordsLanguage}>
              {endings[moment.end].word()}
            </p>
          )}
          <TextNodes nodes={moment.nodes} level={level} />
          {moment.choices.length > 0 && (
            <ul>
              {moment.choices.map((choice, index) => (
                <li key={index}>
                  <span dir="auto">
                    <InlineNodes nodes={choice.nodes} />
                  </span>{' '}
                  <span className="soft" dir="auto">
                    {choice.felt}
                  </span>{' '}
                  <strong lang={wordsLanguage}>{m.ui_scenario_go_to({ number: numberOf(choice.to) })}</strong>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
