import { TableCellDisplayMode, TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';

import { OFF, type Thresholds } from '../palette.js';
import { asTable, refId } from '../query.js';
import { DATASOURCE } from '../scope.js';
import type { Unit } from '../units.js';
import { NOTHING_MEASURED } from './options.js';

export interface LabelColumn {
  readonly label: string;
  readonly head: string;
  /** Where its values lead to, with `\${__value.text}` for the value. */
  readonly link?: { readonly title: string; readonly url: string };
}

export interface ValueColumn {
  readonly head: string;
  readonly expr: string;
  readonly unit: Unit;
  readonly decimals?: number;
  /** Colours of the text by its size. */
  readonly thresholds?: Thresholds;
  readonly mappings?: readonly ValueMapping[];
}

export interface TableOptions {
  readonly title: string;
  readonly description: string;
  readonly noValue?: string;
  /** All expressions are split by these labels, and by no others. */
  readonly labels: readonly LabelColumn[];
  readonly values: readonly ValueColumn[];
  /** Head of the column that ranks the rows, largest first. */
  readonly sortBy: string;
  /** Whether the smallest goes first. */
  readonly ascending?: boolean;
}

/** A row for each set of labels, a column for each of several expressions, at the end of the time range. */
export function table(options: TableOptions): PanelBuilder {
  const { title, description, noValue = NOTHING_MEASURED, labels, values, sortBy, ascending = false } = options;
  const fieldOf = (index: number) => (values.length === 1 ? 'Value' : `Value #${refId(index)}`);
  const heads = Object.fromEntries([
    ...labels.map(({ label, head }) => [label, head]),
    ...values.map(({ head }, index) => [fieldOf(index), head]),
  ]) as Record<string, string>;
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(asTable(values.map(({ expr, head }) => ({ expr, legend: head }))))
    .transformations([
      { id: 'merge', options: {} },
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true },
          renameByName: heads,
          indexByName: Object.fromEntries(Object.keys(heads).map((name, index) => [name, index])),
        },
      },
    ])
    .noValue(noValue)
    .unit('short')
    .minWidth(70)
    .sortBy([new TableSortByFieldStateBuilder().displayName(sortBy).desc(!ascending)]);
  for (const { head, link } of labels) {
    // Names can be long, and their ends are what tells them apart.
    const readable = { id: 'custom.minWidth', value: 110 };
    panel.overrideByName(head, link === undefined ? [readable] : [readable, { id: 'links', value: [link] }]);
  }
  for (const column of values) {
    panel.overrideByName(column.head, properties(column));
  }
  return panel;
}

function properties({ unit, decimals, thresholds, mappings }: ValueColumn): DynamicConfigValue[] {
  const colored = thresholds !== undefined || mappings !== undefined;
  const [base, ...further] = thresholds ?? [OFF];
  return [
    { id: 'unit', value: unit },
    // The panel's text is for when there is no row at all.
    { id: 'noValue', value: '–' },
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(mappings === undefined ? [] : [{ id: 'mappings', value: [...mappings] }]),
    ...(colored
      ? [
          { id: 'color', value: { mode: 'thresholds' } },
          {
            id: 'thresholds',
            value: {
              mode: 'absolute',
              steps: [{ value: null, color: base }, ...further.map(([value, color]) => ({ value, color }))],
            },
          },
          { id: 'custom.cellOptions', value: { type: TableCellDisplayMode.ColorText } },
        ]
      : []),
  ];
}
