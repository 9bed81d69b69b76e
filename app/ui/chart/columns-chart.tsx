export type ColumnsChartProps = {
  /** One column each, in their order; of several kinds, each stands on the one before it. */
  columns: { label: string; values: number[] }[];
};

const width = 720;
const height = 200;
const foot = 28;
const tones = ['ink', 'mark', 'good'] as const;

/** Numbers over time. A picture of the table beside it, so it says nothing by itself. */
export function ColumnsChart({ columns }: ColumnsChartProps) {
  const sums = columns.map(({ values }) => values.reduce((all, one) => all + one, 0));
  const tallest = Math.max(1, ...sums);
  const step = width / Math.max(1, columns.length);
  const thick = Math.min(step * 0.65, 48);
  const tall = (value: number) => (value / tallest) * (height - foot - 20);
  return (
    <svg className="columns-chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line x1="0" x2={width} y1={height - foot} y2={height - foot} className="columns-base" />
      {columns.map(({ label, values }, index) => {
        let top = height - foot;
        const left = index * step + (step - thick) / 2;
        return (
          <g key={label}>
            {values.map((value, kind) => {
              top -= tall(value);
              return (
                <rect
                  key={tones[kind]}
                  className={`columns-${tones[kind]}`}
                  x={left}
                  y={top}
                  width={thick}
                  height={tall(value)}
                />
              );
            })}
            {sums[index]! > 0 && (
              <text x={left + thick / 2} y={top - 6} textAnchor="middle">
                {sums[index]}
              </text>
            )}
            <text className="columns-label" x={left + thick / 2} y={height - 8} textAnchor="middle">
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
