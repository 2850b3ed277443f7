import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { gaugeOf, native, timeToFirstToken } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { TOKENS_PER_SECOND } from '../../../scenes/panels/units';
import { metricSeries } from '../../../scenes/queries/metrics';
import { usage } from '../../../scenes/queries/usage';
import { OF_PROVIDER, type Scope } from '../scope';
import { texts } from '../texts';

const matchers = OF_PROVIDER.calls;

export function firstTokenByModel(): VizPanel {
  return series({
    title: t('providers.panels.first-token-by-model.title', 'Time to first token p95 by model'),
    description: t(
      'providers.panels.first-token-by-model.description',
      '95 of 100 streamed answers of a model began no later.'
    ),
    unit: 's',
    noValue: texts.noStreams(),
    calcs: [ReducerID.mean, ReducerID.max],
    ranked: true,
    data: metricSeries({
      expr: timeToFirstToken(0.95, { by: ['model'], matchers }),
      legend: '{{model}}',
      exemplar: true,
    }),
  });
}

export function speedByModel(): VizPanel {
  return series({
    title: t('providers.panels.speed-by-model.title', 'Generation speed by model'),
    description: t(
      'providers.panels.speed-by-model.description',
      'Output tokens per second of one streamed answer after its first token, smoothed over ten answers.'
    ),
    unit: TOKENS_PER_SECOND,
    noValue: texts.noStreams(),
    calcs: [ReducerID.mean, ReducerID.min],
    data: metricSeries({
      expr: gaugeOf(native.tokensPerSecond, { by: ['model'], matchers, aggregation: 'avg' }),
      legend: '{{model}}',
    }),
  });
}

/** From the ledger: metrics of first tokens are by model, and one model can be served by several deployments. */
export function firstToken({ filters }: Scope): VizPanel {
  return series({
    title: t('providers.panels.first-token.title', 'Time to first token'),
    description: t(
      'providers.panels.first-token.description',
      'How long its streamed answers took to begin, from the ledger: the mean, and what 95 of 100 did not exceed.'
    ),
    unit: 'ms',
    noValue: texts.noStreams(),
    calcs: [ReducerID.mean, ReducerID.max],
    data: usage({
      format: 'time_series',
      measures: ['avg_first_token_ms', 'p95_first_token_ms'],
      filters,
      buckets: 60,
    }),
  });
}
