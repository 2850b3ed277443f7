import {
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

import type { Colors, Thresholds } from '../palette.js';
import { overTime } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { byPalette, fixedProperty } from './color.js';
import { NOTHING_MEASURED, type PanelOptions } from './options.js';
import { steps } from './steps.js';

export interface SeriesOptions extends PanelOptions {
  readonly draw?: 'lines' | 'bars';
  /** Whether the series add up to something: stacked then, each above the others. */
  readonly stacked?: boolean;
  readonly colors?: Colors;
  /** What the legend tells of each series; the first ranks them. */
  readonly calcs?: ReadonlyArray<'mean' | 'max' | 'min' | 'lastNotNull' | 'sum'>;
  /** The axis reaches this far at least: one of nothing but zeros would reach to 100, or 10,000 %. */
  readonly softMax?: number;
  /** Drawn as lines across the panel. */
  readonly thresholds?: Thresholds;
  /** Off where values below zero mean something. */
  readonly fromZero?: boolean;
  /** Least time between two points, as a duration. */
  readonly interval?: string;
}

const CALC_NAMES = { mean: 'Mean', max: 'Max', min: 'Min', lastNotNull: 'Last *', sum: 'Total' } as const;

/** Values over time. */
export function series(options: SeriesOptions): PanelBuilder {
  const { title, description, unit, queries, noValue = NOTHING_MEASURED, softMax, thresholds } = options;
  const { draw = 'lines', stacked = false, colors = {}, calcs = ['mean', 'max'], fromZero = true } = options;
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(overTime(queries))
    .unit(unit)
    .noValue(noValue)
    .colorScheme(byPalette())
    .drawStyle(draw === 'bars' ? GraphDrawStyle.Bars : GraphDrawStyle.Line)
    .lineWidth(draw === 'bars' ? 0 : 1)
    .fillOpacity(draw === 'bars' ? 80 : stacked ? 25 : 8)
    // Points where there are few: a single one has no line to be seen by.
    .showPoints(VisibilityMode.Auto)
    .pointSize(4)
    .stacking(new StackingConfigBuilder().mode(stacked ? StackingMode.Normal : StackingMode.None))
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .calcs([...calcs])
        .sortBy(CALC_NAMES[calcs[0] ?? 'mean'])
        .sortDesc(true)
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  if (fromZero) {
    panel.min(0);
  }
  if (softMax !== undefined) {
    panel.axisSoftMax(softMax);
  }
  if (options.interval !== undefined) {
    panel.interval(options.interval);
  }
  if (thresholds !== undefined) {
    panel
      .thresholds(steps(thresholds))
      .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  }
  for (const [name, color] of Object.entries(colors)) {
    panel.overrideByName(name, [fixedProperty(color)]);
  }
  return panel;
}
