import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { requestRate } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';

export function requestsByModel(): VizPanel {
  return series({
    title: t('overview.panels.requests-by-model.title', 'Requests by model'),
    description: t(
      'overview.panels.requests-by-model.description',
      'Ended requests per second, by the model the client asked for.'
    ),
    unit: 'reqps',
    noValue: t('overview.nothing-measured', 'Nothing measured in this time range'),
    stacked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    ranked: true,
    data: metricSeries({ expr: requestRate({ by: ['model'] }), legend: '{{model}}' }),
  });
}
