import React, { type ReactNode } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export interface FiguresColumn<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Of the line of totals. */
  readonly total?: ReactNode;
  /** Figures stand to the right, so that their digits are below each other. */
  readonly isText?: boolean;
  /** Broken between words only; without, a text takes no more room than is left. */
  readonly keepsWords?: boolean;
}

interface Props<Row> {
  /** What the table is of, for those who do not see what is above it. */
  label: string;
  columns: ReadonlyArray<FiguresColumn<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table of figures that are there to be read and not to be worked with, with a line of totals if columns have any. */
export function FiguresTable<Row>({ label, columns, rows, rowKey }: Props<Row>) {
  const styles = useStyles2(getStyles);
  const cellClass = ({ isText, keepsWords }: FiguresColumn<Row>) =>
    cx(styles.cell, !isText && styles.figure, keepsWords && styles.words);
  return (
    // Who has no mouse scrolls what has the focus.
    <div className={styles.frame} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cx(cellClass(column), styles.head)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={styles.row}>
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {columns.some(({ total }) => total !== undefined) && (
          <tfoot>
            <tr className={styles.totals}>
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column)}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ overflow: 'auto', maxHeight: 480, width: '100%' }),
  table: css({ width: '100%', borderCollapse: 'separate', borderSpacing: 0 }),
  head: css({
    position: 'sticky',
    top: 0,
    background: theme.colors.background.primary,
    fontWeight: theme.typography.fontWeightMedium,
    // Also of figures, which are narrower than what they are called.
    '&&': { whiteSpace: 'normal', verticalAlign: 'bottom' },
    zIndex: 1,
  }),
  row: css({ '&:hover': { background: theme.colors.action.hover } }),
  totals: css({
    position: 'sticky',
    bottom: 0,
    background: theme.colors.background.primary,
    fontWeight: theme.typography.fontWeightMedium,
    borderTop: `1px solid ${theme.colors.border.medium}`,
  }),
  cell: css({
    padding: theme.spacing(0.5, 1),
    textAlign: 'left',
    verticalAlign: 'middle',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    // Narrower, names are a letter a line; the table is scrolled then.
    minWidth: 80,
    overflowWrap: 'break-word',
  }),
  words: css({ overflowWrap: 'break-word' }),
  figure: css({
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    minWidth: 0,
  }),
});
