/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- what scrolls must take the focus; for the roles see DataTable */
import { Link } from '@remix-run/react';
import { useId, type ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '../page/icon.tsx';

export type Sort = { to: string; direction: 'ascending' | 'descending' | null };

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right, all of one width. */
  numeric?: boolean;
  /** A class that sets a mark before the label, such as the colour of a chart's part. */
  mark?: string;
  sort?: Sort;
};

export type DataTableProps<Row> = {
  caption: ReactNode;
  /** For a table whose heading says it already. */
  hideCaption?: boolean;
  /** The first column names the row. */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
};

/** With more columns than this the table scrolls inside its own frame. */
const fits = 7;

/** The roles are written out: a phone lays the rows out as blocks, and a table so laid out loses them. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, empty } = props;
  const id = useId();
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <section
      className={columns.length > fits ? 'table-frame' : 'table-frame table-frame-fits'}
      aria-labelledby={id}
      tabIndex={0}
    >
      <table className="table" role="table">
        <caption id={id} className={hideCaption ? 'sr-only' : undefined}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} row={row} names={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      role="columnheader"
      className={column.numeric ? 'n' : undefined}
      aria-sort={sort?.direction ?? undefined}
    >
      {sort ? (
        <Link className="sort" to={sort.to} preventScrollReset>
          <span className="sr-only">{m.ui_table_sort_by()} </span>
          {column.label}
          <Icon name="down" bold />
        </Link>
      ) : (
        <span className={column.mark}>{column.label}</span>
      )}
    </th>
  );
}

function Cell<Row>({ column, row, names }: { column: Column<Row>; row: Row; names: boolean }) {
  const className = column.numeric ? 'n' : undefined;
  if (names) {
    return (
      <th scope="row" role="rowheader" className={className} dir="auto">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" className={className} data-label={column.label}>
      {column.cell(row)}
    </td>
  );
}
