import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { series } from '../../../scenes/panels/series';
import { usage } from '../../../scenes/queries/usage';

/** Enough bars to see a pattern, few enough to tell them apart. */
const BARS = 60;

export function costOverTime(): VizPanel {
  return series({
    title: t('overview.panels.cost-over-time.title', 'Cost over time'),
    description: t(
      'overview.panels.cost-over-time.description',
      'Cost by model, from the ledger. Requests without a known price are not in it.'
    ),
    unit: 'currencyUSD',
    noValue: t('overview.no-requests', 'No requests in this time range'),
    draw: 'bars',
    stacked: true,
    calcs: [ReducerID.sum],
    ranked: true,
    data: usage({ format: 'time_series', measures: ['cost_usd'], groupBy: ['model'], buckets: BARS }),
  });
}
