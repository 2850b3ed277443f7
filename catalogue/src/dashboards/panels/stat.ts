import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';

import { NEUTRAL, type Thresholds } from '../palette.js';
import { atEnd, overTime } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { byThresholds, fixed } from './color.js';
import type { PanelOptions } from './options.js';
import { steps } from './steps.js';

export interface StatOptions extends PanelOptions {
  readonly thresholds?: Thresholds;
  readonly mappings?: readonly ValueMapping[];
  /** Off where the value is of the whole time range, or a state. */
  readonly sparkline?: boolean;
  /** Whether each figure has its series' name above it: where there can be several. */
  readonly named?: boolean;
  readonly decimals?: number;
}

/** One figure, or one a series. */
export function stat(options: StatOptions): PanelBuilder {
  const {
    title,
    description,
    unit,
    queries,
    noValue = '–',
    thresholds,
    mappings,
    sparkline = true,
    named = false,
  } = options;
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(sparkline ? overTime(queries) : atEnd(queries))
    .unit(unit)
    .noValue(noValue)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false))
    .graphMode(sparkline ? BigValueGraphMode.Area : BigValueGraphMode.None)
    .colorMode(BigValueColorMode.Value)
    // With a name above it the figure stays at the top, and the sparkline below it: without, they overlap.
    .textMode(named || sparkline ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
    .text(
      sparkline
        ? new VizTextDisplayOptionsBuilder().titleSize(12).valueSize(22)
        : new VizTextDisplayOptionsBuilder().titleSize(14).valueSize(28)
    )
    .colorScheme(thresholds === undefined && mappings === undefined ? fixed(NEUTRAL) : byThresholds())
    .thresholds(steps(thresholds ?? [NEUTRAL]));
  if (mappings !== undefined) {
    panel.mappings([...mappings]);
  }
  if (options.decimals !== undefined) {
    panel.decimals(options.decimals);
  }
  return panel;
}
