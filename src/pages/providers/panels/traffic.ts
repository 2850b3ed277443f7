import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { native, per, providerFailureRatio, rateOf, requestRate } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';
import { OF_DEPLOYMENT, REACHED, type Scope } from '../scope';
import { texts } from '../texts';

export function requestsByModel({ calls }: Scope): VizPanel {
  return series({
    title: t('providers.panels.requests-by-model.title', 'Requests by model'),
    description: t(
      'providers.panels.requests-by-model.description',
      'Ended requests per second that were answered here last, by the model the client asked for.'
    ),
    unit: 'reqps',
    noValue: texts.nothingMeasured(),
    stacked: true,
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    data: metricSeries({ expr: requestRate({ by: ['model'], matchers: { ...calls } }), legend: '{{model}}' }),
  });
}

/** Of a deployment, among all that serve the same models. */
export function shareOfModel(): VizPanel {
  const by = ['model'] as const;
  return series({
    title: t('providers.panels.share.title', 'Share of the model’s calls'),
    description: t(
      'providers.panels.share.description',
      'Of all calls that were made for a model, retries and fallbacks included, how many came to this deployment.'
    ),
    unit: 'percentunit',
    noValue: texts.noCalls(),
    softMax: 1,
    calcs: [ReducerID.mean, ReducerID.lastNotNull],
    data: metricSeries({
      expr: per(rateOf(native.attempts, { by, matchers: OF_DEPLOYMENT.calls }), rateOf(native.attempts, { by })),
      legend: '{{model}}',
    }),
  });
}

export function requestsByProvider(): VizPanel {
  return series({
    title: t('providers.panels.requests-by-provider.title', 'Requests'),
    description: t(
      'providers.panels.requests-by-provider.description',
      'Ended requests per second, by the provider that gave the final answer.'
    ),
    unit: 'reqps',
    noValue: texts.nothingMeasured(),
    stacked: true,
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    data: metricSeries({ expr: requestRate({ by: ['provider'], matchers: REACHED }), legend: '{{provider}}' }),
  });
}

export function failuresByProvider(): VizPanel {
  return series({
    title: t('providers.panels.failures-by-provider.title', 'Failed calls'),
    description: t(
      'providers.panels.failures-by-provider.description',
      'Share of calls that failed through the provider, whether or not a retry or fallback saved the request.'
    ),
    unit: 'percentunit',
    noValue: texts.noCalls(),
    ranked: true,
    softMax: 0.05,
    calcs: [ReducerID.mean, ReducerID.max],
    data: metricSeries({ expr: providerFailureRatio({ by: ['provider'] }), legend: '{{provider}}' }),
  });
}
