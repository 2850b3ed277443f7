import { errorRatio } from '../../expressions/errorRatio.js';
import { gaugeOf } from '../../expressions/gaugeOf.js';
import { increaseOf } from '../../expressions/increaseOf.js';
import { occurrences } from '../../expressions/occurrences.js';
import { orZero } from '../../expressions/orZero.js';
import { providerHeadroom } from '../../expressions/providerHeadroom.js';
import { quantileOf } from '../../expressions/quantileOf.js';
import { rateOf } from '../../expressions/rateOf.js';
import { requestDuration } from '../../expressions/requestDuration.js';
import { requestRate } from '../../expressions/requestRate.js';
import { timeToFirstToken } from '../../expressions/timeToFirstToken.js';
import { tokenRate } from '../../expressions/tokenRate.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import { BREAKER, CREDENTIAL, HEALTH } from '../mappings.js';
import * as palette from '../palette.js';
import { barGauge } from '../panels/barGauge.js';
import { quantiles } from '../panels/quantiles.js';
import { series } from '../panels/series.js';
import { stat } from '../panels/stat.js';
import { states } from '../panels/states.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { modelVariable, providerVariable } from '../variables.js';

const OF_PROVIDER = { ...GATEWAYS, provider: '$provider' };
const matchers = { ...OF_PROVIDER, model: '$model' };

const state: Row = {
  title: '$provider',
  panels: [
    ...sized(
      4,
      4,
      stat({
        title: 'Health Status',
        description: 'Whether the last call to the provider, or its last health check, ended well.',
        unit: UNITS.count,
        noValue: 'Not called yet',
        mappings: HEALTH,
        sparkline: false,
        queries: [
          { expr: gaugeOf(native.providerHealth, { matchers: OF_PROVIDER, aggregation: 'min' }), legend: 'Health' },
        ],
      }),
      stat({
        title: 'Credential',
        description: 'Whether the provider takes our credential, and its quota is not used up.',
        unit: UNITS.count,
        mappings: CREDENTIAL,
        sparkline: false,
        queries: [
          {
            expr: gaugeOf(native.credentialRefused, { matchers: OF_PROVIDER, aggregation: 'max' }),
            legend: 'Credential',
          },
        ],
      }),
      stat({
        title: 'Request Rate',
        description: 'Ended requests per second that this provider answered last.',
        unit: UNITS.requestsPerSecond,
        queries: [{ expr: orZero(requestRate({ matchers }), GATEWAYS), legend: 'Requests' }],
      }),
      stat({
        title: 'Error Rate',
        description: 'Share of its requests that failed.',
        unit: UNITS.ratio,
        thresholds: palette.ERROR_RATIO,
        queries: [{ expr: errorRatio({ matchers }), legend: 'Errors' }],
      }),
      stat({
        title: 'P95 Latency',
        description: '95 of 100 successful requests took no longer.',
        unit: UNITS.seconds,
        thresholds: palette.LATENCY,
        queries: [{ expr: requestDuration(0.95, { matchers }), legend: 'p95' }],
      }),
      stat({
        title: 'Active Requests',
        description: 'Calls to the provider under way.',
        unit: UNITS.count,
        queries: [{ expr: gaugeOf(native.activeRequests, { matchers: OF_PROVIDER }), legend: 'Active' }],
      })
    ),
    ...sized(
      12,
      7,
      states({
        title: 'Circuit Breaker State',
        description: 'By deployment. An open breaker sends no requests; half open, it lets one try.',
        unit: UNITS.count,
        mappings: BREAKER,
        queries: [
          {
            expr: gaugeOf(native.breakerState, { by: ['deployment'], matchers: OF_PROVIDER, aggregation: 'max' }),
            legend: '{{deployment}}',
          },
        ],
      }),
      states({
        title: 'Deployments in Service',
        description: 'Whether each deployment gets calls now; one that is cooling down or refused does not.',
        unit: UNITS.count,
        mappings: HEALTH,
        queries: [
          {
            expr: gaugeOf(native.deploymentHealth, { by: ['deployment'], matchers: OF_PROVIDER, aggregation: 'min' }),
            legend: '{{deployment}}',
          },
        ],
      })
    ),
  ],
};

const requests: Row = {
  title: 'Requests by Model',
  panels: [
    ...sized(
      16,
      9,
      series({
        title: 'Request Rate by Model',
        description: 'Ended requests per second, by the model the client asked for.',
        unit: UNITS.requestsPerSecond,
        stacked: true,
        queries: [{ expr: requestRate({ by: ['model'], matchers }), legend: '{{model}}' }],
      })
    ),
    ...sized(
      8,
      9,
      barGauge({
        title: 'Model Distribution',
        description: 'Requests in the time range, by the model the client asked for.',
        unit: UNITS.count,
        query: { expr: increaseOf(native.requests, { by: ['model'], matchers }), legend: '{{model}}' },
      })
    ),
  ],
};

const latency: Row = {
  title: 'Latency',
  panels: sized(
    12,
    9,
    series({
      title: 'P95 Latency by Model',
      description: '95 of 100 successful requests for a model took no longer.',
      unit: UNITS.seconds,
      noValue: 'No successful requests measured in this time range',
      queries: [{ expr: requestDuration(0.95, { by: ['model'], matchers }), legend: '{{model}}', exemplars: true }],
    }),
    series({
      title: 'P95 Time to First Token by Model',
      description: '95 of 100 streamed answers of a model began no later.',
      unit: UNITS.seconds,
      noValue: 'No streamed answers measured in this time range',
      queries: [{ expr: timeToFirstToken(0.95, { by: ['model'], matchers }), legend: '{{model}}', exemplars: true }],
    }),
    series({
      title: 'Time per Call',
      description: 'Duration of calls to the provider, whatever came of them: without queue, retries and the gateway.',
      unit: UNITS.seconds,
      colors: palette.QUANTILE_COLORS,
      queries: quantiles((quantile) => quantileOf(native.attemptDuration, quantile, { matchers }), 'p50', 'p95', 'p99'),
    }),
    series({
      title: 'Generation Speed by Model',
      description: 'Output tokens per second of one streamed answer after its first token, smoothed over ten answers.',
      unit: UNITS.tokensPerSecond,
      noValue: 'No streamed answers measured in this time range',
      queries: [
        {
          expr: gaugeOf(native.tokensPerSecond, { by: ['model'], matchers, aggregation: 'avg' }),
          legend: '{{model}}',
        },
      ],
    })
  ),
};

const tokens: Row = {
  title: 'Tokens and Cost',
  panels: sized(
    8,
    9,
    series({
      title: 'Tokens by Type',
      description: 'Tokens per second. Input includes cached tokens, output includes reasoning.',
      unit: UNITS.tokensPerSecond,
      stacked: true,
      colors: palette.TOKEN_COLORS,
      queries: [{ expr: tokenRate({ by: ['type'], matchers }), legend: '{{type}}' }],
    }),
    series({
      title: 'Tokens by Model',
      description: 'Input and output tokens per second, by the model the client asked for.',
      unit: UNITS.tokensPerSecond,
      stacked: true,
      queries: [{ expr: tokenRate({ by: ['model'], matchers }), legend: '{{model}}' }],
    }),
    barGauge({
      title: 'Cost by Model',
      description: 'Cost in the time range. Requests without a known price are not in it.',
      unit: UNITS.dollars,
      query: { expr: increaseOf(native.cost, { by: ['model'], matchers }), legend: '{{model}}' },
    })
  ),
};

const errors: Row = {
  title: 'Errors and Attempts',
  panels: sized(
    8,
    9,
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
      title: 'Attempts by Outcome',
      description: 'Calls to the provider per second, retries and fallbacks included.',
      unit: UNITS.perSecond,
      stacked: true,
      colors: palette.OUTCOME_COLORS,
      queries: [{ expr: rateOf(native.attempts, { by: ['outcome'], matchers }), legend: '{{outcome}}' }],
    }),
    series({
      title: 'Provider’s Answers by HTTP Status',
      description: 'Calls to the provider per second; “none” had no answer.',
      unit: UNITS.perSecond,
      stacked: true,
      queries: [{ expr: rateOf(native.attempts, { by: ['code'], matchers }), legend: '{{code}}' }],
    }),
    series({
      title: 'Retries by Reason',
      description: 'Calls to the provider after the first of a request, by what was wrong with the call before.',
      unit: UNITS.perSecond,
      noValue: 'No retries in this time range',
      softMax: 0.1,
      stacked: true,
      queries: [{ expr: rateOf(native.retries, { by: ['reason'], matchers }), legend: '{{reason}}' }],
    }),
    series({
      title: 'Fallbacks of Its Models',
      description:
        'Requests per second that went on to another model, of all providers: a fallback is from model to model.',
      unit: UNITS.requestsPerSecond,
      noValue: 'No fallbacks in this time range',
      softMax: 0.1,
      queries: [
        {
          expr: rateOf(native.fallbacks, {
            by: ['from_model', 'to_model', 'success'],
            matchers: { ...GATEWAYS, from_model: '$model' },
          }),
          legend: '{{from_model}} → {{to_model}} ({{success}})',
        },
      ],
    }),
    series({
      title: 'Circuit Breaker Transitions',
      description: 'Changes of the breakers of its deployments in the last minutes, by the state they went to.',
      unit: UNITS.count,
      noValue: 'No breaker changed in this time range',
      softMax: 1,
      draw: 'bars',
      stacked: true,
      calcs: ['sum'],
      colors: { open: palette.BAD, half_open: palette.WARNING, closed: palette.GOOD },
      queries: [
        {
          expr: occurrences(native.breakerTransitions, {
            by: ['to'],
            matchers: OF_PROVIDER,
          }),
          legend: '{{to}}',
        },
      ],
    })
  ),
};

const headroom: Row = {
  title: 'Rate-Limit Headroom',
  panels: sized(
    12,
    9,
    series({
      title: 'Headroom',
      description: 'What is left of the rate limits, as the provider last reported them.',
      unit: UNITS.ratio,
      noValue: 'The provider reports no rate limits',
      calcs: ['lastNotNull', 'min'],
      softMax: 1,
      queries: [{ expr: providerHeadroom(OF_PROVIDER), legend: '{{deployment}} {{kind}}' }],
    }),
    series({
      title: 'Remaining Requests and Tokens',
      description: 'What is left of the rate limits in numbers, as the provider last reported them.',
      unit: UNITS.count,
      noValue: 'The provider reports no rate limits',
      calcs: ['lastNotNull', 'min'],
      queries: [
        {
          expr: gaugeOf(native.reportedLimitRemaining, {
            by: ['deployment', 'kind'],
            matchers: OF_PROVIDER,
            aggregation: 'min',
          }),
          legend: '{{deployment}} {{kind}}',
        },
      ],
    })
  ),
};

export const providers = dashboard({
  uid: 'llm-gateway-providers',
  title: 'LLM Gateway Provider Details',
  description: 'One provider: its state, models, latency, tokens, failures, attempts and rate limits.',
  tags: ['providers'],
  variables: [providerVariable({ single: true }), modelVariable()],
  rows: [state, requests, latency, tokens, errors, headroom],
});
