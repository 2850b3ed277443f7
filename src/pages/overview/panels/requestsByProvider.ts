import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { requestRate } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';

export function requestsByProvider(): VizPanel {
  return series({
    title: t('overview.panels.requests-by-provider.title', 'Requests by provider'),
    description: t(
      'overview.panels.requests-by-provider.description',
      'Ended requests per second, by the provider that gave the final answer; “none” is a request that reached no provider.'
    ),
    unit: 'reqps',
    noValue: t('overview.nothing-measured', 'Nothing measured in this time range'),
    stacked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    ranked: true,
    data: metricSeries({ expr: requestRate({ by: ['provider'] }), legend: '{{provider}}' }),
  });
}
