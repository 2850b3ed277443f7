import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { timeToFirstToken as timeToFirstTokenQuantile } from '@llm-gateway/catalogue';
import { QUANTILE_COLORS, quantileQueries } from '../../../scenes/panels/quantiles';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';

export function timeToFirstToken(): VizPanel {
  return series({
    title: t('overview.panels.time-to-first-token.title', 'Time to first token'),
    description: t(
      'overview.panels.time-to-first-token.description',
      'How long streamed answers took to begin, from the request being read to the first event of the answer.'
    ),
    unit: 's',
    noValue: t('overview.panels.time-to-first-token.no-value', 'No streamed answers measured in this time range'),
    calcs: [ReducerID.mean, ReducerID.max],
    colors: QUANTILE_COLORS,
    data: metricSeries(...quantileQueries(timeToFirstTokenQuantile, 'p50', 'p95')),
  });
}
