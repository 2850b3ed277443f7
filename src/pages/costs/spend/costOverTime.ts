import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { series } from '../../../scenes/panels/series';
import { scopedUsage } from '../scope/followScope';
import { AS_IT_IS } from '../../../asItIs';

/** Enough bars to see a pattern, few enough to tell them apart. */
const BARS = 60;
/** More than these cannot be told apart by their colours; the table has them all. */
const MOST_SERIES = 15;

export function costOverTime(): VizPanel {
  return series({
    title: t('costs.over-time.title', 'Cost over time'),
    description: t(
      'costs.over-time.description',
      'Cost from the ledger, told apart as chosen above: the {{count}} with most of it. Requests without a known price are not in it.',
      { count: MOST_SERIES, ...AS_IT_IS }
    ),
    unit: 'currencyUSD',
    noValue: t('costs.no-requests', 'No requests in this time range'),
    draw: 'bars',
    stacked: true,
    calcs: [ReducerID.sum],
    ranked: true,
    data: scopedUsage(
      ({ by }) => ({ format: 'time_series', measures: ['cost_usd'], groupBy: [by], limit: MOST_SERIES }),
      BARS
    ),
  });
}

export function savedOverTime(): VizPanel {
  return series({
    title: t('costs.saved-over-time.title', 'Saved by the cache over time'),
    description: t(
      'costs.saved-over-time.description',
      'What answers out of the gateway’s own cache would have cost at their providers, told apart as chosen above.'
    ),
    unit: 'currencyUSD',
    noValue: t('costs.no-requests', 'No requests in this time range'),
    draw: 'bars',
    stacked: true,
    calcs: [ReducerID.sum],
    ranked: true,
    data: scopedUsage(
      ({ by }) => ({ format: 'time_series', measures: ['saved_usd'], groupBy: [by], limit: MOST_SERIES }),
      BARS
    ),
  });
}
