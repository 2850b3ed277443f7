import { average } from '../../expressions/average.js';
import { dayTotal } from '../../expressions/dayTotal.js';
import { during } from '../../expressions/during.js';
import { increaseOf } from '../../expressions/increaseOf.js';
import { occurrences } from '../../expressions/occurrences.js';
import { orZero } from '../../expressions/orZero.js';
import { per } from '../../expressions/per.js';
import { perMillion } from '../../expressions/perMillion.js';
import { rateOf } from '../../expressions/rateOf.js';
import { ratio } from '../../expressions/ratio.js';
import { RANGE } from '../../expressions/selector.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import * as palette from '../palette.js';
import { barGauge } from '../panels/barGauge.js';
import { series } from '../panels/series.js';
import { stat } from '../panels/stat.js';
import { table } from '../panels/table.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { modelVariable, providerVariable, teamVariable } from '../variables.js';

/** In seconds. */
const HOUR = 3_600;
const MONTH = 30 * 24 * HOUR;

const OF_MODEL = { ...GATEWAYS, model: '$model', provider: '$provider' };
const matchers = { ...OF_MODEL, team: '$team' };

const totals: Row = {
  title: 'In the time range',
  panels: sized(
    4,
    4,
    stat({
      title: 'Cost',
      description: 'Cost of ended requests. Requests without a known price are not in it.',
      unit: UNITS.dollars,
      sparkline: false,
      queries: [{ expr: orZero(increaseOf(native.cost, { matchers }), GATEWAYS), legend: 'Cost' }],
    }),
    stat({
      title: 'Cost of 30 Days',
      description: 'What thirty days like the time range would cost.',
      unit: UNITS.dollars,
      sparkline: false,
      queries: [{ expr: during(MONTH, average(rateOf(native.cost, { matchers }), RANGE)), legend: 'In 30 days' }],
    }),
    stat({
      title: 'Cost per Request',
      description: 'Mean cost of an ended request, failed and unpriced ones included.',
      unit: UNITS.dollars,
      sparkline: false,
      queries: [
        {
          expr: per(increaseOf(native.cost, { matchers }), increaseOf(native.requests, { matchers })),
          legend: 'Per request',
        },
      ],
    }),
    stat({
      title: 'Per 1M Tokens',
      description: 'Mean cost of a million tokens, input and output together.',
      unit: UNITS.dollars,
      sparkline: false,
      queries: [
        {
          expr: perMillion(increaseOf(native.cost, { matchers }), increaseOf(native.tokens, { matchers })),
          legend: 'Per million tokens',
        },
      ],
    }),
    stat({
      title: 'Cache Savings',
      description: 'What the answers from the cache would have cost.',
      unit: UNITS.dollars,
      sparkline: false,
      queries: [
        {
          expr: orZero(
            increaseOf(native.cacheSaved, { matchers: { ...GATEWAYS, model: '$model', team: '$team' } }),
            GATEWAYS
          ),
          legend: 'Saved',
        },
      ],
    }),
    stat({
      title: 'Unpriced',
      description: 'Requests with tokens but no known price: their cost is unknown, not zero.',
      unit: UNITS.count,
      decimals: 0,
      thresholds: palette.NONE_IS_BETTER,
      sparkline: false,
      queries: [
        {
          expr: orZero(occurrences(native.unpricedRequests, { matchers: OF_MODEL, window: RANGE }), GATEWAYS),
          legend: 'Unpriced',
        },
      ],
    })
  ),
};

const costPerHour = (label: 'model' | 'provider' | 'team' | 'key', title: string, description: string) =>
  series({
    title,
    description,
    unit: UNITS.dollars,
    stacked: true,
    queries: [{ expr: during(HOUR, rateOf(native.cost, { by: [label], matchers })), legend: `{{${label}}}` }],
  });

const rates: Row = {
  title: 'Cost per hour',
  panels: sized(
    12,
    9,
    costPerHour('model', 'Cost per Hour by Model', 'US dollars per hour, by the model the client asked for.'),
    costPerHour('provider', 'Cost per Hour by Provider', 'US dollars per hour, by the provider that answered.'),
    costPerHour('team', 'Cost per Hour by Team', 'US dollars per hour, by the team that pays; “none” has no team.'),
    costPerHour('key', 'Cost per Hour by Key', 'US dollars per hour, by key.')
  ),
};

const by = ['model', 'provider'] as const;
const breakdown: Row = {
  title: 'What it is spent on',
  panels: [
    ...sized(
      24,
      9,
      table({
        title: 'Cost by Model and Provider',
        description: 'What was asked for and answered in the time range, and what it cost.',
        labels: [
          { label: 'model', head: 'Model' },
          { label: 'provider', head: 'Provider' },
        ],
        sortBy: 'Cost',
        values: [
          { head: 'Cost', expr: increaseOf(native.cost, { by, matchers }), unit: UNITS.dollars },
          { head: 'Requests', expr: increaseOf(native.requests, { by, matchers }), unit: UNITS.count },
          {
            head: 'Tokens in',
            expr: increaseOf(native.tokens, { by, matchers: { ...matchers, type: 'input' } }),
            unit: UNITS.tokens,
          },
          {
            head: 'Tokens out',
            expr: increaseOf(native.tokens, { by, matchers: { ...matchers, type: 'output' } }),
            unit: UNITS.tokens,
          },
          {
            head: 'Per request',
            expr: per(increaseOf(native.cost, { by, matchers }), increaseOf(native.requests, { by, matchers })),
            unit: UNITS.dollars,
          },
          {
            head: 'Per million tokens',
            expr: perMillion(increaseOf(native.cost, { by, matchers }), increaseOf(native.tokens, { by, matchers })),
            unit: UNITS.dollars,
          },
          {
            head: 'Unpriced',
            expr: occurrences(native.unpricedRequests, { by, matchers: OF_MODEL, window: RANGE }),
            unit: UNITS.count,
            decimals: 0,
            thresholds: palette.NONE_IS_BETTER,
          },
        ],
      })
    ),
    ...sized(
      8,
      9,
      series({
        title: 'Cost Today by Model',
        description: 'Spend since midnight (UTC); each day begins at nothing.',
        unit: UNITS.dollars,
        stacked: true,
        calcs: ['lastNotNull'],
        queries: [{ expr: dayTotal(native.cost, { by: ['model'], matchers }), legend: '{{model}}' }],
      }),
      series({
        title: 'Token Details',
        description: 'Tokens per second that are priced on their own: parts of input and output.',
        unit: UNITS.tokensPerSecond,
        noValue: 'No provider told of such tokens in this time range',
        queries: [{ expr: rateOf(native.tokenDetails, { by: ['detail'], matchers: OF_MODEL }), legend: '{{detail}}' }],
      }),
      series({
        title: 'Share of Input Read from the Provider’s Cache',
        description: 'Cached input tokens of all input tokens: they cost a fraction.',
        unit: UNITS.ratio,
        softMax: 0.1,
        queries: [
          {
            expr: ratio(
              rateOf(native.tokenDetails, { by: ['model'], matchers: { ...OF_MODEL, detail: 'cached_input' } }),
              rateOf(native.tokens, { by: ['model'], matchers: { ...OF_MODEL, type: 'input' } })
            ),
            legend: '{{model}}',
          },
        ],
      })
    ),
    ...sized(
      12,
      9,
      barGauge({
        title: 'Cost by Key',
        description: 'Cost in the time range.',
        unit: UNITS.dollars,
        query: { expr: increaseOf(native.cost, { by: ['key'], matchers }), legend: '{{key}}' },
      }),
      barGauge({
        title: 'Unpriced Requests by Model',
        description: 'Give these models a price (docs/prices.md): their cost is unknown, not zero.',
        unit: UNITS.count,
        noValue: 'Every request has a price',
        thresholds: palette.NONE_IS_BETTER,
        query: {
          expr: occurrences(native.unpricedRequests, { by: ['model'], matchers: OF_MODEL, window: RANGE }),
          legend: '{{model}}',
        },
      })
    ),
  ],
};

export const cost = dashboard({
  uid: 'llm-gateway-cost',
  title: 'LLM Gateway Cost Analysis',
  description:
    'What is spent, by whom, on what, and at which price. For exact figures of single requests see the app: this is Prometheus’ view.',
  tags: ['cost'],
  from: 'now-24h',
  refresh: '1m',
  variables: [providerVariable(), modelVariable(), teamVariable()],
  rows: [totals, rates, breakdown],
});
