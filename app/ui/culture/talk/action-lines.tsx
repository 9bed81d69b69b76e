import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { StateMark } from '../../page/state-mark.tsx';

export type ActionLine = {
  id: string;
  text: string;
  owner: string;
  ownerGone: boolean;
  due: string;
  lateBy: number;
  status: 'open' | 'done' | 'dropped';
  settledOn: string | null;
  reason: string | null;
};

export type ActionLinesProps<Line extends ActionLine> = {
  actions: Line[];
  /** Not said where all are one's own. */
  withOwner?: boolean;
  level?: 3 | 4;
  /** What one can do with it. */
  renderPress?: (action: Line) => ReactNode;
};

function State({ action: { status, due, lateBy, settledOn } }: { action: ActionLine }) {
  if (status === 'done')
    return <StateMark tone="good">{m.ui_action_done({ date: settledOn ?? '' })}</StateMark>;
  if (status === 'dropped')
    return <StateMark tone="plain">{m.ui_action_dropped({ date: settledOn ?? '' })}</StateMark>;
  if (lateBy > 0) return <StateMark tone="late">{m.ui_action_late({ count: lateBy })}</StateMark>;
  return <StateMark tone="plain">{m.ui_action_due({ date: due })}</StateMark>;
}

/** What was agreed: each with its owner, its date and what became of it. */
export function ActionLines<Line extends ActionLine>(props: ActionLinesProps<Line>) {
  const { actions, withOwner = true, level = 3, renderPress } = props;
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <ul className="lines max-w-wide">
      {actions.map((action) => (
        <li key={action.id}>
          <Heading dir="auto">{action.text}</Heading>
          <State action={action} />
          {withOwner && (
            <span className="soft" dir="auto">
              {action.owner}
              {action.ownerGone && ` · ${m.ui_action_owner_gone()}`}
            </span>
          )}
          {action.reason && <p dir="auto">{m.ui_action_reason({ reason: action.reason })}</p>}
          {renderPress?.(action)}
        </li>
      ))}
    </ul>
  );
}
