import { fieldReducers, type ReducerID } from '@grafana/data';
import { PanelBuilders, SceneDataTransformer, type SceneDataProvider, type VizPanel } from '@grafana/scenes';
import {
  GraphDrawStyle,
  LegendDisplayMode,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/schema';
import { panelMenu } from './menu/panelMenu';
import { colorByName, type FixedColors } from './colorByName';
import { dropUnmeasured } from './dropUnmeasured';
import { otherPeriod } from './otherPeriod';
import { requestLinks } from './requestLinks';
import { failedNoValue } from './failedNoValue';

/** More series than this are cut off by the panel, which says so and offers to show them all. */
const SERIES_LIMIT = 25;

export interface SeriesOptions {
  readonly title: string;
  readonly description: string;
  /** Grafana's unit id. */
  readonly unit: string;
  readonly data: SceneDataProvider;
  /** Shown where there is no series at all. */
  readonly noValue: string;
  /** What the legend tells of each series, e.g. its mean. */
  readonly calcs: ReducerID[];
  /** The axis reaches this far at least: without, one of nothing but zeros reaches to 100, or 10,000 %. */
  readonly softMax?: number;
  /** Whether the legend begins with the series that is largest by the first of `calcs`. */
  readonly ranked?: boolean;
  readonly draw?: 'lines' | 'bars';
  /** Whether the series add up to something: stacked then, each above the others. */
  readonly stacked?: boolean;
  /** Fixed colours of series, by name; any other series gets a colour of its name's, the same on every panel. */
  readonly colors?: FixedColors;
}

/** Values over time. */
export function series(options: SeriesOptions): VizPanel {
  const {
    title,
    description,
    unit,
    data,
    noValue,
    calcs,
    draw = 'lines',
    stacked = false,
    ranked = false,
    softMax,
  } = options;
  return (
    PanelBuilders.timeseries()
      .setTitle(title)
      .setDescription(description)
      .setUnit(unit)
      .setMin(0)
      .setNoValue(noValue)
      .setData(
        new SceneDataTransformer({
          $data: data,
          transformations: [dropUnmeasured, colorByName(options.colors), otherPeriod(stacked), requestLinks],
        })
      )
      .setSeriesLimit(SERIES_LIMIT)
      .setBehaviors([failedNoValue])
      .setMenu(panelMenu())
      .setCustomFieldConfig('drawStyle', draw === 'bars' ? GraphDrawStyle.Bars : GraphDrawStyle.Line)
      .setCustomFieldConfig('lineWidth', draw === 'bars' ? 0 : 1)
      .setCustomFieldConfig('fillOpacity', draw === 'bars' ? 80 : stacked ? 25 : 8)
      // Points where there are few: a single one has no line to be seen by.
      .setCustomFieldConfig('showPoints', VisibilityMode.Auto)
      .setCustomFieldConfig('pointSize', 4)
      .setCustomFieldConfig('axisSoftMax', softMax)
      .setCustomFieldConfig('stacking', { mode: stacked ? StackingMode.Normal : StackingMode.None })
      .setOption('legend', {
        showLegend: true,
        displayMode: LegendDisplayMode.Table,
        placement: 'bottom',
        calcs,
        ...(ranked && { sortBy: fieldReducers.get(calcs[0]).name, sortDesc: true }),
      })
      .setOption('tooltip', { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending })
      .build()
  );
}
