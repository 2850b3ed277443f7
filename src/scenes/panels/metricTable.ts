import { ThresholdsMode, type DataLink, type Threshold, type ValueMapping } from '@grafana/data';
import { PanelBuilders, SceneDataTransformer, type VizPanel } from '@grafana/scenes';
import { TableCellDisplayMode } from '@grafana/schema';
import { metricRows } from '../queries/metrics';
import { failedNoValue } from './failedNoValue';
import { panelMenu } from './menu/panelMenu';
import type { PanelOptions } from './panelOptions';

/** A label of the expressions, as the first columns of the table. */
export interface LabelColumn {
  readonly label: string;
  readonly title: string;
  /** Where a value leads, e.g. `/a/llmgateway-app/…?model=${__value.raw}&${__url_time_range}`. */
  readonly link?: DataLink;
}

export interface ValueColumn {
  readonly title: string;
  /** PromQL, from the catalogue; by the labels of the table and by no others. */
  readonly expr: string;
  /** Grafana's unit id. */
  readonly unit: string;
  /** Colours of the value by its size. */
  readonly thresholds?: Threshold[];
  /** Words in place of values. */
  readonly mappings?: ValueMapping[];
}

export interface MetricTableOptions extends Omit<PanelOptions, 'data'> {
  readonly labels: readonly LabelColumn[];
  /** By a name of letters and digits, which is the query's refId. */
  readonly columns: Readonly<Record<string, ValueColumn>>;
  /** Name of the column with the largest first. */
  readonly sortBy: string;
}

/** A row for each set of labels, a column for each expression, at the end of the page's time range. */
export function metricTable({ title, description, noValue, labels, columns, sortBy }: MetricTableOptions): VizPanel {
  const names = Object.keys(columns);
  const expressions = Object.fromEntries(names.map((name) => [name, columns[name]!.expr]));
  return PanelBuilders.table()
    .setTitle(title)
    .setDescription(description)
    .setNoValue(noValue)
    .setData(new SceneDataTransformer({ $data: metricRows(expressions), transformations: joined(labels, names) }))
    .setMenu(panelMenu())
    .setBehaviors([failedNoValue])
    .setCustomFieldConfig('minWidth', 80)
    .setOption('sortBy', [{ displayName: columns[sortBy]!.title, desc: true }])
    .setOverrides((overrides) => {
      for (const { label, title: head, link } of labels) {
        overrides
          .matchFieldsWithName(label)
          .overrideDisplayName(head)
          .overrideCustomFieldConfig('wrapText', true)
          .overrideLinks(link ? [link] : []);
      }
      for (const name of names) {
        const { title: head, unit, thresholds, mappings } = columns[name]!;
        const column = overrides
          .matchFieldsWithName(valueField(name, names))
          .overrideDisplayName(head)
          .overrideUnit(unit);
        if (thresholds || mappings) {
          column.overrideCustomFieldConfig('cellOptions', { type: TableCellDisplayMode.ColorText });
        }
        if (thresholds) {
          column.overrideThresholds({ mode: ThresholdsMode.Absolute, steps: thresholds });
        }
        if (mappings) {
          column.overrideMappings(mappings);
        }
      }
    })
    .build();
}

/** Grafana names the value after the query where there is more than one. */
function valueField(name: string, names: readonly string[]): string {
  return names.length > 1 ? `Value #${name}` : 'Value';
}

function joined(labels: readonly LabelColumn[], names: readonly string[]) {
  const order = [...labels.map(({ label }) => label), ...names.map((name) => valueField(name, names))];
  const indexByName = Object.fromEntries(order.map((name, index) => [name, index]));
  return [
    { id: 'merge', options: {} },
    { id: 'organize', options: { excludeByName: { Time: true }, indexByName } },
  ];
}
