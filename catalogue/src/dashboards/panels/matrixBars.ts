import {
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/barchart';

import { asTable } from '../query.js';
import { DATASOURCE } from '../scope.js';
import { byPalette } from './color.js';
import { NOTHING_MEASURED, type PanelOptions } from './options.js';

export interface MatrixBarsOptions extends Omit<PanelOptions, 'queries'> {
  /** Split by the two labels. */
  readonly expr: string;
  /** Label with a bar a value. */
  readonly bars: string;
  /** Label with a colour a value; the parts of a bar. */
  readonly parts: string;
}

/** Stacked bars of the values at the end of the time range: a bar a value of one label, coloured by another. */
export function matrixBars(options: MatrixBarsOptions): PanelBuilder {
  const { title, description, unit, expr, noValue = NOTHING_MEASURED, bars, parts } = options;
  return new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(DATASOURCE)
    .targets(asTable([{ expr, legend: '' }]))
    .transformations([
      {
        id: 'groupingToMatrix',
        options: { columnField: parts, rowField: bars, valueField: 'Value', emptyValue: 'zero' },
      },
    ])
    .unit(unit)
    .noValue(noValue)
    .min(0)
    .colorScheme(byPalette())
    .orientation(VizOrientation.Horizontal)
    .stacking(StackingMode.Normal)
    .showValue(VisibilityMode.Never)
    .fillOpacity(80)
    .lineWidth(0)
    .barWidth(0.8)
    .groupWidth(0.8)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([])
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
}
