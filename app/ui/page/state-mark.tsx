import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type StateTone = 'good' | 'bad' | 'due' | 'late' | 'plain';

export type StateMarkProps = { tone?: StateTone; children: ReactNode };

/** Late is said in words and is no judgement, so it has no cross; good and bad have their marks. */
export function StateMark({ tone = 'plain', children }: StateMarkProps) {
  return (
    <span className={`state state-${tone}`}>
      {tone === 'good' && <Icon name="tick" bold />}
      {tone === 'bad' && <Icon name="cross" bold />}
      {children}
    </span>
  );
}
