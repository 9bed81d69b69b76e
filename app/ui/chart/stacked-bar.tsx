export type StackedPart = { tone: 'good' | 'mark' | 'ink'; share: number };

export type StackedBarProps = {
  /** From the start; what they leave of 1 stays empty. */
  parts: StackedPart[];
};

const width = 240;

type Drawn = StackedPart & { x: number; width: number };

function draw(parts: StackedPart[]): Drawn[] {
  let from = 0;
  return parts.flatMap((part) => {
    const own = Number.isFinite(part.share) ? Math.min(1, Math.max(0, part.share)) * width : 0;
    const x = from;
    from += own;
    return own > 0 ? { ...part, x, width: own } : [];
  });
}

/** Parts of one whole. A picture of the numbers that stand beside it, so it says nothing by itself. */
export function StackedBar({ parts }: StackedBarProps) {
  return (
    <svg
      className="stacked"
      viewBox={`0 0 ${width} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="stacked-all" x="0.5" y="0.5" width={width - 1} height="11" />
      {draw(parts).map(({ tone, x, width: own }) => (
        <rect key={tone} className={`stacked-${tone}`} x={x} width={own} height="12" />
      ))}
    </svg>
  );
}
