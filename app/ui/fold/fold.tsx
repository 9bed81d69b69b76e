import type { ReactNode } from 'react';
import { Icon } from '../page/icon.tsx';

export type FoldProps = { title: ReactNode; open?: boolean; children: ReactNode };

/** What need not be seen at once. It opens without a script, too. */
export function Fold({ title, open, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        <Icon name="down" className="fold-turn" size={20} />
        <span>{title}</span>
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
