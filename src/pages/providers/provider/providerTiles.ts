import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import {
  providerFailureRatio,
  requestDuration,
  requestRate,
  timeToFirstToken,
  tokenRate,
} from '@llm-gateway/catalogue';
import { ERROR_THRESHOLDS } from '../../../scenes/panels/errorThresholds';
import { tile } from '../../../scenes/panels/tile';
import { TOKENS_PER_SECOND } from '../../../scenes/panels/units';
import { metricSeries } from '../../../scenes/queries/metrics';
import { usage } from '../../../scenes/queries/usage';
import { OF_PROVIDER } from '../scope';

const matchers = OF_PROVIDER.calls;

/** A provider at a glance. */
export function providerTiles(): VizPanel[] {
  const noTraffic = t('providers.tiles.no-value', 'No traffic');
  return [
    tile({
      title: t('providers.tiles.rate.title', 'Request rate'),
      caption: t('providers.tiles.rate.caption', 'answered here'),
      description: t('providers.tiles.rate.description', 'Ended requests per second that were answered here last.'),
      unit: 'reqps',
      noValue: noTraffic,
      data: metricSeries({ expr: requestRate({ matchers }), legend: 'rate' }),
    }),
    tile({
      title: t('providers.tiles.failures.title', 'Failed calls'),
      caption: t('providers.tiles.failures.caption', 'of all calls'),
      description: t(
        'providers.tiles.failures.description',
        'Share of calls that failed through the provider, whether or not a retry or fallback saved the request.'
      ),
      unit: 'percentunit',
      noValue: noTraffic,
      thresholds: ERROR_THRESHOLDS,
      data: metricSeries({ expr: providerFailureRatio({ matchers }), legend: 'failures' }),
    }),
    tile({
      title: t('providers.tiles.p95.title', 'Latency p95'),
      caption: t('providers.tiles.p95.caption', 'successful requests'),
      description: t('providers.tiles.p95.description', '95 of 100 successful requests took no longer.'),
      unit: 's',
      noValue: noTraffic,
      data: metricSeries({ expr: requestDuration(0.95, { matchers }), legend: 'p95' }),
    }),
    tile({
      title: t('providers.tiles.first-token.title', 'TTFT p95'),
      caption: t('providers.tiles.first-token.caption', 'streamed answers'),
      description: t('providers.tiles.first-token.description', '95 of 100 streamed answers began no later.'),
      unit: 's',
      noValue: t('providers.tiles.first-token.no-value', 'No streams'),
      data: metricSeries({ expr: timeToFirstToken(0.95, { matchers }), legend: 'p95' }),
    }),
    tile({
      title: t('providers.tiles.tokens.title', 'Tokens'),
      caption: t('providers.tiles.tokens.caption', 'in and out'),
      description: t('providers.tiles.tokens.description', 'Input and output tokens per second.'),
      unit: TOKENS_PER_SECOND,
      noValue: noTraffic,
      data: metricSeries({ expr: tokenRate({ matchers }), legend: 'tokens' }),
    }),
    tile({
      title: t('providers.tiles.cost.title', 'Cost'),
      caption: t('providers.tiles.cost.caption', 'in this time range'),
      description: t(
        'providers.tiles.cost.description',
        'From the ledger: exact. Requests without a known price are not in it.'
      ),
      unit: 'currencyUSD',
      noValue: t('providers.tiles.cost.no-value', 'Nothing'),
      sparkline: false,
      data: usage({ format: 'table', measures: ['cost_usd'], compared: true, filters: OF_PROVIDER.filters }),
    }),
  ];
}
