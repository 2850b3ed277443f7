import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { tokenRate } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';
import { TOKENS_PER_SECOND } from '../../../scenes/panels/units';

export function tokensByType(): VizPanel {
  return series({
    title: t('overview.panels.tokens-by-type.title', 'Tokens by type'),
    description: t(
      'overview.panels.tokens-by-type.description',
      'Tokens per second as the providers counted them. Input includes cached tokens, output includes reasoning.'
    ),
    unit: TOKENS_PER_SECOND,
    noValue: t('overview.nothing-measured', 'Nothing measured in this time range'),
    stacked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    colors: { input: 'blue', output: 'purple' },
    data: metricSeries({ expr: tokenRate({ by: ['type'] }), legend: '{{type}}' }),
  });
}
