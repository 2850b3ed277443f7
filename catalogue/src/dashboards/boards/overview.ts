import { bucketsOf } from '../../expressions/bucketsOf.js';
import { cacheHitRatio } from '../../expressions/cacheHitRatio.js';
import { errorRatio } from '../../expressions/errorRatio.js';
import { gaugeOf } from '../../expressions/gaugeOf.js';
import { healthyProviders } from '../../expressions/healthyProviders.js';
import { orZero } from '../../expressions/orZero.js';
import { providerFailureRatio } from '../../expressions/providerFailureRatio.js';
import { providerStates } from '../../expressions/providerStates.js';
import { rateOf } from '../../expressions/rateOf.js';
import { requestDuration } from '../../expressions/requestDuration.js';
import { requestRate } from '../../expressions/requestRate.js';
import { timeToFirstToken } from '../../expressions/timeToFirstToken.js';
import { tokenRate } from '../../expressions/tokenRate.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import { BREAKER, HEALTH } from '../mappings.js';
import * as palette from '../palette.js';
import { gauge } from '../panels/gauge.js';
import { heatmap } from '../panels/heatmap.js';
import { quantiles } from '../panels/quantiles.js';
import { series } from '../panels/series.js';
import { stat } from '../panels/stat.js';
import { states } from '../panels/states.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { modelVariable, providerVariable } from '../variables.js';

const OF_PROVIDER = { ...GATEWAYS, provider: '$provider' };
const OF_REQUEST = { ...OF_PROVIDER, model: '$model' };
const matchers = OF_REQUEST;

const now: Row = {
  title: 'Now',
  panels: [
    ...sized(
      5,
      4,
      stat({
        title: 'Request Rate',
        description: 'Ended requests per second, whatever their outcome.',
        unit: UNITS.requestsPerSecond,
        queries: [{ expr: orZero(requestRate({ matchers }), GATEWAYS), legend: 'Requests' }],
      }),
      stat({
        title: 'Error Rate',
        description: 'Share of ended requests that failed. A client that left before its answer ended is no failure.',
        unit: UNITS.ratio,
        thresholds: palette.ERROR_RATIO,
        queries: [{ expr: errorRatio({ matchers }), legend: 'Errors' }],
      }),
      stat({
        title: 'P95 Latency',
        description: '95 of 100 successful requests took no longer, from being read to the last byte of the answer.',
        unit: UNITS.seconds,
        thresholds: palette.LATENCY,
        queries: [{ expr: requestDuration(0.95, { matchers }), legend: 'p95' }],
      }),
      stat({
        title: 'Active Requests',
        description: 'Calls to providers under way.',
        unit: UNITS.count,
        queries: [{ expr: gaugeOf(native.activeRequests, { matchers: OF_PROVIDER }), legend: 'Active' }],
      })
    ),
    ...sized(
      4,
      4,
      stat({
        title: 'Token Rate',
        description: 'Input and output tokens per second, as the providers counted them.',
        unit: UNITS.tokensPerSecond,
        queries: [{ expr: orZero(tokenRate({ matchers }), GATEWAYS), legend: 'Tokens' }],
      })
    ),
  ],
};

const requests: Row = {
  title: 'Requests',
  panels: sized(
    12,
    9,
    series({
      title: 'Request Rate by Provider',
      description: 'Ended requests per second, by the provider of the final answer; “none” reached no provider.',
      unit: UNITS.requestsPerSecond,
      stacked: true,
      queries: [{ expr: requestRate({ by: ['provider'], matchers }), legend: '{{provider}}' }],
    }),
    series({
      title: 'Request Rate by Model',
      description: 'Ended requests per second, by the model the client asked for.',
      unit: UNITS.requestsPerSecond,
      stacked: true,
      queries: [{ expr: requestRate({ by: ['model'], matchers }), legend: '{{model}}' }],
    })
  ),
};

const latency: Row = {
  title: 'Latency',
  panels: sized(
    8,
    9,
    series({
      title: 'Latency Percentiles',
      description: 'Duration of successful requests. Failures are left out: fast ones would flatter it.',
      unit: UNITS.seconds,
      noValue: 'No successful requests measured in this time range',
      colors: palette.QUANTILE_COLORS,
      queries: quantiles((quantile) => requestDuration(quantile, { matchers }), 'p50', 'p95', 'p99'),
    }),
    series({
      title: 'Time to First Token (TTFT)',
      description: 'How long streamed answers took to begin.',
      unit: UNITS.seconds,
      noValue: 'No streamed answers measured in this time range',
      colors: palette.QUANTILE_COLORS,
      queries: quantiles((quantile) => timeToFirstToken(quantile, { matchers }), 'p50', 'p95', 'p99'),
    }),
    heatmap({
      title: 'Latency Distribution',
      description: 'How many requests took how long; darker is more.',
      unit: UNITS.seconds,
      queries: [{ expr: bucketsOf(native.requestDuration, { matchers }), legend: '{{le}}' }],
    })
  ),
};

const errors: Row = {
  title: 'Errors',
  panels: sized(
    8,
    9,
    series({
      title: 'Error Rate by Provider',
      description:
        'Share of calls to each provider that failed through it, whether or not a retry or fallback saved the request.',
      unit: UNITS.ratio,
      softMax: 0.05,
      queries: [{ expr: providerFailureRatio({ by: ['provider'], matchers }), legend: '{{provider}}' }],
    }),
    series({
      title: 'Errors by Type',
      description: 'Failed requests per second, by the kind of failure the client was told of.',
      unit: UNITS.requestsPerSecond,
      noValue: 'No failed requests in this time range',
      stacked: true,
      queries: [
        {
          expr: rateOf(native.requests, { by: ['error_type'], matchers: { ...matchers, status: 'error' } }),
          legend: '{{error_type}}',
        },
      ],
    }),
    series({
      title: 'Rate Limit Hits',
      description: 'Refusals per second: by our own budgets and limits, and by the rate limits of providers (429).',
      unit: UNITS.perSecond,
      noValue: 'No limit was hit in this time range',
      softMax: 0.1,
      queries: [
        { expr: rateOf(native.refusals, { by: ['rule', 'unit'], matchers: GATEWAYS }), legend: '{{rule}} ({{unit}})' },
        {
          expr: rateOf(native.attempts, { by: ['provider'], matchers: { ...matchers, outcome: 'rate_limit_error' } }),
          legend: '{{provider}} (429)',
        },
      ],
    })
  ),
};

const providers: Row = {
  title: 'Providers',
  panels: [
    ...sized(
      5,
      9,
      stat({
        title: 'Healthy Provider Count',
        description: 'Providers whose last call or health check ended well. One that was never called is not counted.',
        unit: UNITS.count,
        sparkline: false,
        thresholds: palette.SOME_IS_GOOD,
        queries: [{ expr: healthyProviders(OF_PROVIDER), legend: 'Healthy' }],
      })
    ),
    ...sized(
      9,
      9,
      states({
        title: 'Provider Health',
        description: 'Whether the last call to each provider, or its last health check, ended well.',
        unit: UNITS.count,
        mappings: HEALTH,
        queries: [
          {
            expr: providerStates(OF_PROVIDER),
            legend: '{{provider}}',
          },
        ],
      })
    ),
    ...sized(
      10,
      9,
      states({
        title: 'Circuit Breaker States',
        description: 'An open breaker sends no requests to its deployment; half open, it lets one try.',
        unit: UNITS.count,
        mappings: BREAKER,
        queries: [
          {
            expr: gaugeOf(native.breakerState, { by: ['deployment'], matchers: OF_PROVIDER, aggregation: 'max' }),
            legend: '{{deployment}}',
          },
        ],
      })
    ),
  ],
};

const tokens: Row = {
  title: 'Tokens',
  panels: sized(
    8,
    9,
    series({
      title: 'Token Throughput',
      description: 'Tokens per second. Input includes cached tokens, output includes reasoning.',
      unit: UNITS.tokensPerSecond,
      stacked: true,
      colors: palette.TOKEN_COLORS,
      queries: [{ expr: tokenRate({ by: ['type'], matchers }), legend: '{{type}}' }],
    }),
    heatmap({
      title: 'Input Tokens of a Request',
      description: 'How many requests had how many input tokens; darker is more.',
      unit: UNITS.tokens,
      queries: [
        { expr: bucketsOf(native.requestTokens, { matchers: { ...matchers, type: 'input' } }), legend: '{{le}}' },
      ],
    }),
    heatmap({
      title: 'Output Tokens of a Request',
      description: 'How many requests had how many output tokens; darker is more.',
      unit: UNITS.tokens,
      queries: [
        { expr: bucketsOf(native.requestTokens, { matchers: { ...matchers, type: 'output' } }), legend: '{{le}}' },
      ],
    })
  ),
};

const cacheMatchers = { ...GATEWAYS, model: '$model' };
const cache: Row = {
  title: 'Cache',
  panels: [
    ...sized(
      16,
      9,
      series({
        title: 'Cache Operations',
        description: 'Requests per second by what the answer cache had for them; “bypass” did not ask it.',
        unit: UNITS.requestsPerSecond,
        stacked: true,
        colors: palette.CACHE_COLORS,
        queries: [
          { expr: rateOf(native.cacheRequests, { by: ['result'], matchers: cacheMatchers }), legend: '{{result}}' },
        ],
      })
    ),
    ...sized(
      8,
      9,
      gauge({
        title: 'Cache Hit Rate',
        description: 'Share of the requests that asked the answer cache and were answered by it.',
        unit: UNITS.ratio,
        noValue: 'The cache is not asked',
        thresholds: palette.CACHE_HITS,
        queries: [{ expr: cacheHitRatio({ matchers: cacheMatchers }), legend: 'Hits' }],
      })
    ),
  ],
};

export const overview = dashboard({
  uid: 'llm-gateway-overview',
  title: 'LLM Gateway Overview',
  description:
    'Traffic, latency, errors, tokens and cache of everything behind the gateway, and the health of providers.',
  tags: ['overview'],
  variables: [providerVariable(), modelVariable()],
  rows: [now, requests, latency, errors, providers, tokens, cache],
});
