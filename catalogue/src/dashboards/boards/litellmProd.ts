import { gaugeOf } from '../../expressions/gaugeOf.js';
import { meanOf } from '../../expressions/meanOf.js';
import { quantileOf } from '../../expressions/quantileOf.js';
import { rateOf } from '../../expressions/rateOf.js';
import { requestRate } from '../../expressions/requestRate.js';
import { top } from '../../expressions/top.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import { series } from '../panels/series.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';

/** As in LiteLLM's dashboard. */
const window = '2m';
const matchers = GATEWAYS;
const LARGEST = 5;

const proxy: Row = {
  title: 'LiteLLM Proxy Level Metrics',
  panels: sized(
    12,
    9,
    series({
      title: 'Proxy - Requests per second (success + failure)',
      description: 'Total requests per second made to the gateway - success + failure',
      unit: UNITS.requestsPerSecond,
      queries: [{ expr: requestRate({ matchers, window }), legend: 'Requests' }],
    }),
    series({
      title: 'Proxy Failure Responses / Second By Exception Class',
      description: 'Failures per second by error type',
      unit: UNITS.requestsPerSecond,
      noValue: 'No failed requests in this time range',
      queries: [
        {
          expr: rateOf(native.requests, { by: ['error_type'], matchers: { ...matchers, status: 'error' }, window }),
          legend: '{{error_type}}',
        },
      ],
    }),
    series({
      title: 'Proxy - Average & Median Response Latency (seconds)',
      description: 'Average and median duration of all requests',
      unit: UNITS.seconds,
      queries: [
        { expr: meanOf(native.requestDuration, { matchers, window }), legend: 'Average Latency', exemplars: true },
        { expr: quantileOf(native.requestDuration, 0.5, { matchers, window }), legend: 'Median Latency' },
      ],
    })
  ),
};

const remaining = (kind: 'requests' | 'tokens') => ({
  expr: top(
    LARGEST,
    gaugeOf(native.reportedLimitRemaining, {
      by: ['provider', 'deployment'],
      matchers: { ...matchers, kind },
      aggregation: 'min',
    })
  ),
  legend: '{{deployment}}',
});

const api: Row = {
  title: 'LLM API Metrics',
  panels: sized(
    12,
    9,
    series({
      title: 'x-ratelimit-remaining-requests',
      description: 'x-ratelimit-remaining-requests returning from LLM APIs',
      unit: UNITS.count,
      noValue: 'No provider reports rate limits',
      calcs: ['lastNotNull', 'min'],
      queries: [remaining('requests')],
    }),
    series({
      title: 'x-ratelimit-remaining-tokens',
      description: 'x-ratelimit-remaining-tokens from LLM API',
      unit: UNITS.tokens,
      noValue: 'No provider reports rate limits',
      calcs: ['lastNotNull', 'min'],
      queries: [remaining('tokens')],
    })
  ),
};

const keysAndTeams: Row = {
  title: 'LiteLLM Metrics by Virtual Key and Team',
  panels: sized(
    12,
    9,
    series({
      title: 'Requests per second by Key Alias',
      description: 'Requests per second by the name of the key',
      unit: UNITS.requestsPerSecond,
      queries: [{ expr: requestRate({ by: ['key'], matchers, window }), legend: '{{key}}' }],
    }),
    series({
      title: 'Requests per second by Team Alias',
      description: 'Requests per second by team; none is a key without a team',
      unit: UNITS.requestsPerSecond,
      queries: [{ expr: requestRate({ by: ['team'], matchers, window }), legend: '{{team}}' }],
    })
  ),
};

export const litellmProd = dashboard({
  uid: 'llm-gateway-litellm-prod',
  title: 'LLM Gateway (as LiteLLM Prod v2)',
  description:
    'The panels of the dashboard “LiteLLM Prod v2” from the gateway’s own metrics. With the dialect litellm switched on, the original works as well.',
  tags: ['litellm'],
  from: 'now-6h',
  rows: [proxy, api, keysAndTeams],
});
