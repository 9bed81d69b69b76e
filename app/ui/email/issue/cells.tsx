import type { CSSProperties, ReactNode } from 'react';

type CellProps = {
  className?: string;
  /** Of the table around it. */
  frame?: CSSProperties;
  frameClass?: string;
  style?: CSSProperties;
  /** Painted by an attribute too: some programs read nothing else. */
  ground?: string;
  children: ReactNode;
};

/** One row of one cell: what every mail program lays out the same way. */
export function Cell({ className, frame, frameClass, style, ground, children }: CellProps) {
  return (
    <table
      role="presentation"
      className={frameClass}
      width="100%"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      style={frame}
    >
      <tbody>
        <tr>
          <td
            className={className}
            {...(ground && { bgcolor: ground })}
            style={{ ...(ground && { backgroundColor: ground }), ...style }}
          >
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Room between two things: margins of tables are lost on the way. */
export function Gap({ high }: { high: number }) {
  return (
    <table role="presentation" width="100%" border={0} cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td height={high} style={{ fontSize: 1, lineHeight: `${high}px` }}>
            {'\u00a0'}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
