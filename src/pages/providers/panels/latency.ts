import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { bucketsOf, native, quantileOf, requestDuration } from '@llm-gateway/catalogue';
import { heatmap } from '../../../scenes/panels/heatmap';
import { QUANTILE_COLORS, quantileQueries } from '../../../scenes/panels/quantiles';
import { series } from '../../../scenes/panels/series';
import { metricBuckets, metricSeries } from '../../../scenes/queries/metrics';
import type { Scope } from '../scope';
import { texts } from '../texts';

const MEAN_AND_MAX = [ReducerID.mean, ReducerID.max];

export function callHeatmap({ calls }: Scope): VizPanel {
  return heatmap({
    title: t('providers.panels.call-heatmap.title', 'Duration of calls'),
    description: t(
      'providers.panels.call-heatmap.description',
      'How many calls took how long, whatever came of them: without queue, retries and the gateway itself. The points are single requests.'
    ),
    unit: 's',
    noValue: texts.noCalls(),
    data: metricBuckets(bucketsOf(native.attemptDuration, { matchers: calls })),
  });
}

export function callQuantiles({ calls }: Scope): VizPanel {
  return series({
    title: t('providers.panels.call-quantiles.title', 'Duration of calls, percentiles'),
    description: t(
      'providers.panels.call-quantiles.description',
      'Duration of calls, whatever came of them: without queue, retries and the gateway itself.'
    ),
    unit: 's',
    noValue: texts.noCalls(),
    calcs: MEAN_AND_MAX,
    colors: QUANTILE_COLORS,
    data: metricSeries(
      ...quantileQueries(
        (quantile) => quantileOf(native.attemptDuration, quantile, { matchers: calls }),
        'p50',
        'p95',
        'p99'
      )
    ),
  });
}

export function latencyByModel({ calls }: Scope): VizPanel {
  return series({
    title: t('providers.panels.latency-by-model.title', 'Latency p95 by model'),
    description: t(
      'providers.panels.latency-by-model.description',
      '95 of 100 successful requests for a model took no longer, from being read to the last byte of the answer.'
    ),
    unit: 's',
    noValue: texts.noSuccess(),
    calcs: MEAN_AND_MAX,
    ranked: true,
    data: metricSeries({
      expr: requestDuration(0.95, { by: ['model'], matchers: { ...calls } }),
      legend: '{{model}}',
      exemplar: true,
    }),
  });
}
