import { ReducerID } from '@grafana/data';
import { PanelBuilders, SceneDataTransformer, type VizPanel } from '@grafana/scenes';
import { USAGE_MEASURES, type UsageDimension, type UsageMeasure } from '@llm-gateway/catalogue';
import type { UsageFilter } from '../../datasource/types';
import { panelMenu } from './menu/panelMenu';
import { usage } from '../queries/usage';
import { failedNoValue } from './failedNoValue';
import { CHANGE, sideBySide } from './sideBySide';

export interface UsageTableOptions {
  readonly title: string;
  readonly description: string;
  /** Shown where there is no row. */
  readonly noValue: string;
  readonly groupBy: UsageDimension;
  /** Head of the first column. */
  readonly groupLabel: string;
  readonly measures: readonly UsageMeasure[];
  /** Heads of columns that are to be shorter than the measure's own name. */
  readonly labels?: Partial<Record<UsageMeasure, string>>;
  /** Largest first. */
  readonly sortBy: UsageMeasure;
  /** Whose requests are counted: all without any. */
  readonly filters?: readonly UsageFilter[];
}

/** With thousands separators and no rounding: a ledger is exact. */
const EXACT_COUNT = 'locale';

/** The ledger's figures, a row for each value of a dimension and a line of totals; the data source names the columns. */
export function usageTable(options: UsageTableOptions): VizPanel {
  const { title, description, noValue, groupBy, groupLabel, measures, labels = {}, sortBy, filters } = options;
  return PanelBuilders.table()
    .setTitle(title)
    .setDescription(description)
    .setNoValue(noValue)
    .setBehaviors([failedNoValue])
    .setMenu(panelMenu())
    .setData(
      new SceneDataTransformer({
        $data: usage({ format: 'table', measures, groupBy: [groupBy], filters, compared: true }),
        transformations: [sideBySide(groupBy, sortBy)],
      })
    )
    .setOption('sortBy', [{ displayName: measure(sortBy).label, desc: true }])
    .setCustomFieldConfig('minWidth', 80)
    .setCustomFieldConfig('footer', { reducers: [ReducerID.sum] })
    .setOverrides((overrides) => {
      overrides
        .matchFieldsWithName(groupBy)
        .overrideDisplayName(groupLabel)
        .overrideCustomFieldConfig('width', 200)
        // Names of models can be long, and their ends are what tells them apart.
        .overrideCustomFieldConfig('wrapText', true);
      // Shares cannot be added up. The panel knows the option by its whole path, which the types do not.
      overrides.matchFieldsWithName(CHANGE).overrideCustomFieldConfig('footer.reducers' as 'footer', [] as object);
      for (const name of measures.filter((name) => measure(name).unit === 'short')) {
        overrides.matchFieldsWithName(name).overrideUnit(EXACT_COUNT);
      }
      for (const [name, label] of Object.entries(labels)) {
        overrides.matchFieldsWithName(name).overrideDisplayName(label);
      }
    })
    .build();
}

function measure(name: UsageMeasure) {
  return USAGE_MEASURES.find((candidate) => candidate.name === name)!;
}
