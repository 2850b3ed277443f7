import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { requestDuration } from '@llm-gateway/catalogue';
import { QUANTILE_COLORS, quantileQueries } from '../../../scenes/panels/quantiles';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';

export function latency(): VizPanel {
  return series({
    title: t('overview.panels.latency.title', 'Latency'),
    description: t(
      'overview.panels.latency.description',
      'Duration of successful requests, from being read to the last byte of the answer. Failures are left out: fast ones would flatter it.'
    ),
    unit: 's',
    noValue: t('overview.panels.latency.no-value', 'No successful requests measured in this time range'),
    calcs: [ReducerID.mean, ReducerID.max],
    colors: QUANTILE_COLORS,
    data: metricSeries(...quantileQueries(requestDuration, 'p50', 'p95', 'p99')),
  });
}
