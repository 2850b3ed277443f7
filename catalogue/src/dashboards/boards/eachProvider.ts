import { errorRatio } from '../../expressions/errorRatio.js';
import { gaugeOf } from '../../expressions/gaugeOf.js';
import { increaseOf } from '../../expressions/increaseOf.js';
import { per } from '../../expressions/per.js';
import { requestDuration } from '../../expressions/requestDuration.js';
import { requestRate } from '../../expressions/requestRate.js';
import { tokenRate } from '../../expressions/tokenRate.js';
import { RANGE } from '../../expressions/selector.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import { PROVIDER_LINK } from '../links.js';
import { HEALTH } from '../mappings.js';
import * as palette from '../palette.js';
import { quantiles } from '../panels/quantiles.js';
import { series } from '../panels/series.js';
import { stat } from '../panels/stat.js';
import { table } from '../panels/table.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { providerVariable } from '../variables.js';

const matchers = { ...GATEWAYS, provider: '$provider' };
const by = ['provider'] as const;

const comparison: Row = {
  title: 'Comparison',
  panels: sized(
    24,
    9,
    table({
      title: 'Providers',
      description:
        'What each provider answered in the time range, how fast and at what cost. A name leads to its details; “none” reached no provider.',
      labels: [{ label: 'provider', head: 'Provider', link: PROVIDER_LINK }],
      sortBy: 'Requests',
      values: [
        { head: 'Requests', expr: increaseOf(native.requests, { by, matchers }), unit: UNITS.count },
        {
          head: 'Errors',
          expr: errorRatio({ by, matchers, window: RANGE }),
          unit: UNITS.ratio,
          thresholds: palette.ERROR_RATIO,
        },
        {
          head: 'Latency p50',
          expr: requestDuration(0.5, { by, matchers, window: RANGE }),
          unit: UNITS.seconds,
        },
        {
          head: 'Latency p95',
          expr: requestDuration(0.95, { by, matchers, window: RANGE }),
          unit: UNITS.seconds,
          thresholds: palette.LATENCY,
        },
        { head: 'Tokens', expr: increaseOf(native.tokens, { by, matchers }), unit: UNITS.tokens },
        { head: 'Cost', expr: increaseOf(native.cost, { by, matchers }), unit: UNITS.dollars },
        {
          head: 'Cost per request',
          expr: per(increaseOf(native.cost, { by, matchers }), increaseOf(native.requests, { by, matchers })),
          unit: UNITS.dollars,
        },
        {
          head: 'Health',
          expr: gaugeOf(native.providerHealth, { by, matchers, aggregation: 'min' }),
          unit: UNITS.count,
          mappings: HEALTH,
        },
      ],
    })
  ),
};

const each: Row = {
  title: '$provider',
  repeat: 'provider',
  panels: [
    ...sized(
      3,
      7,
      stat({
        title: 'Health',
        description: 'Whether the last call to the provider, or its last health check, ended well.',
        unit: UNITS.count,
        noValue: 'Not called yet',
        mappings: HEALTH,
        sparkline: false,
        queries: [{ expr: gaugeOf(native.providerHealth, { matchers, aggregation: 'min' }), legend: 'Health' }],
      })
    ),
    ...sized(
      7,
      7,
      series({
        title: 'Requests by Model',
        description: 'Ended requests per second, by the model the client asked for.',
        unit: UNITS.requestsPerSecond,
        stacked: true,
        queries: [{ expr: requestRate({ by: ['model'], matchers }), legend: '{{model}}' }],
      }),
      series({
        title: 'Latency',
        description: 'Duration of successful requests.',
        unit: UNITS.seconds,
        noValue: 'No successful requests measured in this time range',
        colors: palette.QUANTILE_COLORS,
        queries: quantiles((quantile) => requestDuration(quantile, { matchers }), 'p50', 'p95'),
      }),
      series({
        title: 'Tokens',
        description: 'Tokens per second. Input includes cached tokens, output includes reasoning.',
        unit: UNITS.tokensPerSecond,
        stacked: true,
        colors: palette.TOKEN_COLORS,
        queries: [{ expr: tokenRate({ by: ['type'], matchers }), legend: '{{type}}' }],
      })
    ),
  ],
};

export const eachProvider = dashboard({
  uid: 'llm-gateway-each-provider',
  title: 'LLM Gateway Each Provider',
  description: 'All providers side by side, and a row for each; a name leads to the details of that provider.',
  tags: ['providers'],
  variables: [providerVariable()],
  rows: [comparison, each],
});
