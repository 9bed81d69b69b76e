import type { ReactNode } from 'react';

export type BarProps = {
  /** From 0 to 1; what lies outside is drawn at the end it passed. */
  share: number;
  /** The same in words: the picture alone says nothing to many. */
  text: ReactNode;
  tone?: 'good' | 'ink';
};

export function Bar({ share, text, tone = 'good' }: BarProps) {
  const width = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) * 128 : 0;
  return (
    <span className="share">
      <svg viewBox="0 0 128 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="share-all" x="0.5" y="0.5" width="127" height="9" rx="2" />
        <rect className={`share-part share-${tone}`} width={width} height="10" rx="2" />
      </svg>
      <span>{text}</span>
    </span>
  );
}
