import { TooltipDisplayMode } from '@grafana/grafana-foundation-sdk/common';
import {
  HeatmapColorMode,
  HeatmapColorOptionsBuilder,
  HeatmapTooltipBuilder,
  PanelBuilder,
  YAxisConfigBuilder,
} from '@grafana/grafana-foundation-sdk/heatmap';

import { asHeatmap } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { NOTHING_MEASURED, type PanelOptions } from './options.js';

/** How a histogram was filled over time; `unit` is of its buckets. */
export function heatmap({ title, description, unit, queries, noValue = NOTHING_MEASURED }: PanelOptions): PanelBuilder {
  return new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(asHeatmap(queries))
    .unit('short')
    .noValue(noValue)
    .calculate(false)
    .cellGap(1)
    .color(
      new HeatmapColorOptionsBuilder()
        .mode(HeatmapColorMode.Scheme)
        .scheme('Blues')
        .fill('blue')
        .exponent(0.5)
        .steps(64)
        .reverse(false)
    )
    .yAxis(new YAxisConfigBuilder().unit(unit))
    .tooltip(new HeatmapTooltipBuilder().mode(TooltipDisplayMode.Single).yHistogram(true))
    .hideLegend();
}
