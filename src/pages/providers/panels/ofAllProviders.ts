import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { requestDuration, timeToFirstToken, tokenRate } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { TOKENS_PER_SECOND } from '../../../scenes/panels/units';
import { metricSeries } from '../../../scenes/queries/metrics';
import { REACHED } from '../scope';
import { texts } from '../texts';

const BY_PROVIDER = { by: ['provider'], matchers: REACHED };

export function latencyByProvider(): VizPanel {
  return series({
    title: t('providers.panels.latency-by-provider.title', 'Latency p95'),
    description: t(
      'providers.panels.latency-by-provider.description',
      '95 of 100 successful requests took no longer, from being read to the last byte of the answer.'
    ),
    unit: 's',
    noValue: texts.noSuccess(),
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    data: metricSeries({ expr: requestDuration(0.95, BY_PROVIDER), legend: '{{provider}}', exemplar: true }),
  });
}

export function firstTokenByProvider(): VizPanel {
  return series({
    title: t('providers.panels.first-token-by-provider.title', 'Time to first token p95'),
    description: t(
      'providers.panels.first-token-by-provider.description',
      '95 of 100 streamed answers began no later.'
    ),
    unit: 's',
    noValue: texts.noStreams(),
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    data: metricSeries({ expr: timeToFirstToken(0.95, BY_PROVIDER), legend: '{{provider}}', exemplar: true }),
  });
}

export function tokensByProvider(): VizPanel {
  return series({
    title: t('providers.panels.tokens-by-provider.title', 'Tokens'),
    description: t('providers.panels.tokens-by-provider.description', 'Input and output tokens per second.'),
    unit: TOKENS_PER_SECOND,
    noValue: texts.nothingMeasured(),
    stacked: true,
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    data: metricSeries({ expr: tokenRate(BY_PROVIDER), legend: '{{provider}}' }),
  });
}
