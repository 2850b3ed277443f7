import { ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/gauge';

import type { Thresholds } from '../palette.js';
import { atEnd } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { byThresholds } from './color.js';
import { nothing } from './nothing.js';
import type { PanelOptions } from './options.js';
import { steps } from './steps.js';

export interface GaugeOptions extends PanelOptions {
  readonly thresholds: Thresholds;
  readonly max?: number;
}

/** A share on a dial, with its thresholds. */
export function gauge(options: GaugeOptions): PanelBuilder {
  const { title, description, unit, queries, noValue = '–', thresholds, max = 1 } = options;
  return new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(atEnd(queries))
    .unit(unit)
    .noValue(noValue)
    .mappings([nothing(noValue)])
    .min(0)
    .max(max)
    .colorScheme(byThresholds())
    .thresholds(steps(thresholds))
    .showThresholdMarkers(true)
    .showThresholdLabels(true)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false));
}
