import {
  LegendDisplayMode,
  LegendPlacement,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statushistory';

import type { Thresholds } from '../palette.js';
import { overTime } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { byThresholds } from './color.js';
import { NOTHING_MEASURED, type PanelOptions } from './options.js';
import { steps } from './steps.js';

export interface HistoryOptions extends PanelOptions {
  readonly thresholds: Thresholds;
  /** Least width of a cell in time, as a duration. */
  readonly interval: string;
}

/** Few enough cells to tell them apart. */
const CELLS = 60;

/** A row a series and a cell a piece of time, coloured by value and empty where there is none. */
export function history(options: HistoryOptions): PanelBuilder {
  const { title, description, unit, queries, noValue = NOTHING_MEASURED, thresholds, interval } = options;
  return new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(overTime(queries))
    .unit(unit)
    .noValue(noValue)
    .interval(interval)
    .maxDataPoints(CELLS)
    .colorScheme(byThresholds())
    .thresholds(steps(thresholds))
    .showValue(VisibilityMode.Never)
    .rowHeight(0.8)
    .lineWidth(1)
    .fillOpacity(80)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([])
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single));
}
