import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeSizing,
  BarGaugeValueMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import type { ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';

import { NEUTRAL, type Thresholds } from '../palette.js';
import { type Query, atEnd } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { byThresholds, fixed } from './color.js';
import { nothing } from './nothing.js';
import type { PanelOptions } from './options.js';
import { steps } from './steps.js';

export interface BarGaugeOptions extends Omit<PanelOptions, 'queries'> {
  readonly query: Query;
  readonly thresholds?: Thresholds;
  readonly mappings?: readonly ValueMapping[];
  /** Length of a full bar; the largest value unless told otherwise. */
  readonly max?: number;
}

/** A bar a series, with its value now. */
export function barGauge(options: BarGaugeOptions): PanelBuilder {
  const { title, description, unit, query, noValue = '–', thresholds, mappings = [], max } = options;
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(atEnd([query]))
    .unit(unit)
    .noValue(noValue)
    .mappings([...mappings, nothing(noValue)])
    // A bar that is alone would have no name.
    .displayName(query.legend.replace(/\{\{(\w+)\}\}/g, '${__field.labels.$1}'))
    .min(0)
    .displayMode(BarGaugeDisplayMode.Basic)
    .valueMode(BarGaugeValueMode.Color)
    .namePlacement(BarGaugeNamePlacement.Left)
    .orientation(VizOrientation.Horizontal)
    .showUnfilled(true)
    .sizing(BarGaugeSizing.Manual)
    .minVizHeight(16)
    .maxVizHeight(40)
    .colorScheme(thresholds === undefined ? fixed(NEUTRAL) : byThresholds())
    .thresholds(steps(thresholds ?? [NEUTRAL]))
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false));
  if (max !== undefined) {
    panel.max(max);
  }
  return panel;
}
