import {
  LegendDisplayMode,
  LegendPlacement,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';

import { overTime } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { byPalette } from './color.js';
import { NOTHING_MEASURED, type PanelOptions } from './options.js';

export interface StatesOptions extends PanelOptions {
  readonly mappings: readonly ValueMapping[];
}

/** In which state each series was, over time. */
export function states(options: StatesOptions): PanelBuilder {
  const { title, description, unit, queries, noValue = NOTHING_MEASURED, mappings } = options;
  return (
    new PanelBuilder()
      .title(title)
      .description(description)
      .datasource(DATASOURCE)
      .targets(overTime(queries))
      .unit(unit)
      .noValue(noValue)
      .mappings([...mappings])
      // By thresholds it would take the states for ranges of them.
      .colorScheme(byPalette())
      .mergeValues(true)
      .showValue(VisibilityMode.Auto)
      .rowHeight(0.8)
      .lineWidth(0)
      .fillOpacity(80)
      .legend(
        new VizLegendOptionsBuilder()
          .showLegend(false)
          .displayMode(LegendDisplayMode.List)
          .placement(LegendPlacement.Bottom)
          .calcs([])
      )
      .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single))
  );
}
