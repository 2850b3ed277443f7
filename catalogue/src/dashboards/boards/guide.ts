import { cacheHitRatio } from '../../expressions/cacheHitRatio.js';
import { dayTotal } from '../../expressions/dayTotal.js';
import { providerErrorsPerHundred } from '../../expressions/providerErrorsPerHundred.js';
import { fallbackSuccessRatio } from '../../expressions/fallbackSuccessRatio.js';
import { increaseOf } from '../../expressions/increaseOf.js';
import { quantileOf } from '../../expressions/quantileOf.js';
import { requestDuration } from '../../expressions/requestDuration.js';
import { requestRate } from '../../expressions/requestRate.js';
import { timeToFirstToken } from '../../expressions/timeToFirstToken.js';
import { RANGE } from '../../expressions/selector.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import * as palette from '../palette.js';
import { gauge } from '../panels/gauge.js';
import { history } from '../panels/history.js';
import { matrixBars } from '../panels/matrixBars.js';
import { quantiles } from '../panels/quantiles.js';
import { series } from '../panels/series.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { modelVariable } from '../variables.js';

const matchers = { ...GATEWAYS, model: '$model' };

const volume: Row = {
  title: 'Request volume',
  panels: sized(
    12,
    9,
    series({
      title: 'Request volume',
      description: 'Ended requests per second by model, and by the provider that gave the final answer.',
      unit: UNITS.requestsPerSecond,
      stacked: true,
      queries: [{ expr: requestRate({ by: ['model', 'provider'], matchers }), legend: '{{model}} · {{provider}}' }],
    }),
    matrixBars({
      title: 'Request volume by model, colored by provider',
      description: 'Requests in the time range: a bar a model, in the colours of the providers that answered.',
      unit: UNITS.count,
      expr: increaseOf(native.requests, { by: ['model', 'provider'], matchers }),
      bars: 'model',
      parts: 'provider',
    })
  ),
};

const tokensAndCost: Row = {
  title: 'Tokens and cost',
  panels: sized(
    12,
    9,
    series({
      title: 'Token throughput',
      description: 'Input and output tokens per hour.',
      unit: UNITS.tokensPerHour,
      colors: palette.TOKEN_COLORS,
      queries: [{ expr: increaseOf(native.tokens, { by: ['type'], matchers, window: '1h' }), legend: '{{type}}' }],
    }),
    series({
      title: 'Cost accumulator',
      description: 'Spend since midnight (UTC) by model; each day begins at nothing.',
      unit: UNITS.dollars,
      stacked: true,
      calcs: ['lastNotNull'],
      queries: [{ expr: dayTotal(native.cost, { by: ['model'], matchers }), legend: '{{model}}' }],
    })
  ),
};

const latency: Row = {
  title: 'Latency percentiles: $model',
  repeat: 'model',
  panels: sized(
    8,
    9,
    series({
      title: 'End-to-end latency',
      description: 'Duration of successful requests, from being read to the last byte of the answer.',
      unit: UNITS.seconds,
      noValue: 'No successful requests measured in this time range',
      colors: palette.QUANTILE_COLORS,
      queries: quantiles((quantile) => requestDuration(quantile, { matchers }), 'p50', 'p95', 'p99'),
    }),
    series({
      title: 'Time to first token',
      description: 'How long streamed answers took to begin.',
      unit: UNITS.seconds,
      noValue: 'No streamed answers measured in this time range',
      colors: palette.QUANTILE_COLORS,
      queries: quantiles((quantile) => timeToFirstToken(quantile, { matchers }), 'p50', 'p95', 'p99'),
    }),
    series({
      title: 'Time per output token',
      description: 'Mean time between the tokens of one streamed answer.',
      unit: UNITS.seconds,
      noValue: 'No streamed answers measured in this time range',
      colors: palette.QUANTILE_COLORS,
      queries: quantiles(
        (quantile) => quantileOf(native.timePerOutputToken, quantile, { matchers }),
        'p50',
        'p95',
        'p99'
      ),
    })
  ),
};

const reliability: Row = {
  title: 'Errors, cache and fallbacks',
  panels: [
    ...sized(
      16,
      9,
      series({
        title: 'Error rate',
        description:
          'Errors per 100 requests to each provider, whether or not a retry or fallback saved them. From five on, act.',
        unit: UNITS.count,
        softMax: 5,
        thresholds: palette.ERRORS_PER_HUNDRED,
        queries: [{ expr: providerErrorsPerHundred({ by: ['provider'], matchers }), legend: '{{provider}}' }],
      })
    ),
    ...sized(
      8,
      9,
      gauge({
        title: 'Cache efficiency',
        description: 'Hit rate of the answer cache. Below 30 % it is worth little, from 70 % it is good.',
        unit: UNITS.ratio,
        noValue: 'The cache is not asked',
        thresholds: palette.CACHE_HITS,
        queries: [{ expr: cacheHitRatio({ matchers, window: RANGE }), legend: 'Hit rate' }],
      })
    ),
    ...sized(
      24,
      9,
      history({
        title: 'Fallback heatmap',
        description:
          'When fallbacks from one model to another fired, and whether they succeeded: green all, orange some, red none or few. Empty where none fired.',
        unit: UNITS.ratio,
        noValue: 'No fallbacks in this time range',
        interval: '1m',
        thresholds: palette.FALLBACK_SUCCESS,
        queries: [
          {
            expr: fallbackSuccessRatio({ matchers: { ...GATEWAYS, from_model: '$model' } }),
            legend: '{{from_model}} → {{to_model}}',
          },
        ],
      })
    ),
  ],
};

export const guide = dashboard({
  uid: 'llm-gateway-guide',
  title: 'LLM Gateway Guide',
  description:
    'The seven panels of the LiteLLM monitoring guide: volume, tokens, cost, latency, errors, cache and fallbacks.',
  tags: ['litellm'],
  from: 'now-6h',
  variables: [modelVariable()],
  rows: [volume, tokensAndCost, reliability, latency],
});
