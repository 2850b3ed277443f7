import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { errorRatio } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';

export function errorRateByProvider(): VizPanel {
  return series({
    title: t('overview.panels.error-rate-by-provider.title', 'Error rate by provider'),
    description: t(
      'overview.panels.error-rate-by-provider.description',
      'Share of ended requests that failed, by the provider that gave the final answer.'
    ),
    unit: 'percentunit',
    noValue: t('overview.nothing-measured', 'Nothing measured in this time range'),
    calcs: [ReducerID.mean, ReducerID.max],
    softMax: 0.05,
    ranked: true,
    data: metricSeries({ expr: errorRatio({ by: ['provider'] }), legend: '{{provider}}' }),
  });
}
