import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import type { UsageDimension } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { usage } from '../../../scenes/queries/usage';
import type { Scope } from '../scope';
import { texts } from '../texts';

/** Enough bars to see a pattern, few enough to tell them apart. */
const BARS = 60;

export function costOverTime({ filters }: Pick<Scope, 'filters'>, by: UsageDimension): VizPanel {
  return series({
    title: t('providers.panels.cost.title', 'Cost over time'),
    description: t(
      'providers.panels.cost.description',
      'From the ledger: exact. Requests without a known price are not in it.'
    ),
    unit: 'currencyUSD',
    noValue: texts.noRequests(),
    draw: 'bars',
    stacked: true,
    ranked: true,
    calcs: [ReducerID.sum],
    data: usage({ format: 'time_series', measures: ['cost_usd'], groupBy: [by], filters, buckets: BARS }),
  });
}
