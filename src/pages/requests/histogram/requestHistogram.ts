import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { LegendDisplayMode } from '@grafana/schema';
import { series } from '../../../scenes/panels/series';
import { usage } from '../../../scenes/queries/usage';

/** Enough bars to see when something happened, few enough to tell them apart. */
const BARS = 80;

export const STATUS_COLORS = { success: 'green', error: 'red', aborted: 'orange' };

/** Requests over time by how they ended. A range that is selected in it becomes the page's. */
export function requestHistogram(): VizPanel {
  const panel = series({
    title: t('requests.histogram.title', 'Requests over time'),
    description: t(
      'requests.histogram.description',
      'Requests by how they ended. Drag over a part of the graph to see only the requests of that time.'
    ),
    unit: 'short',
    noValue: t('requests.histogram.no-value', 'No requests in this time range that pass the filters'),
    draw: 'bars',
    stacked: true,
    calcs: [ReducerID.sum],
    colors: STATUS_COLORS,
    data: usage({ format: 'time_series', measures: ['requests'], groupBy: ['status'], buckets: BARS }),
  });
  // A low panel has no room for a table below the graph.
  const legend = { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'right', calcs: [ReducerID.sum] };
  panel.setState({ options: { ...panel.state.options, legend } });
  return panel;
}
