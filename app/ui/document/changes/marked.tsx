import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';

/** Lines of a text that bear a mark, said as well as shown. Stands inside an element of class `prose`. */
export function Marked({ isMarked, children }: { isMarked: boolean; children: ReactNode }) {
  if (!isMarked) return <>{children}</>;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it holds cases and tables, which an ins may not
    <div className="marked prose prose-wide" role="insertion">
      <span className="sr-only">{m.ui_marked()}</span>
      {children}
    </div>
  );
}
