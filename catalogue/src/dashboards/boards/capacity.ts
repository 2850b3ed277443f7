import { average } from '../../expressions/average.js';
import { budgetAtReset } from '../../expressions/budgetAtReset.js';
import { budgetUse } from '../../expressions/budgetUse.js';
import { during } from '../../expressions/during.js';
import { forecast } from '../../expressions/forecast.js';
import { gaugeOf } from '../../expressions/gaugeOf.js';
import { least } from '../../expressions/least.js';
import { limitUse } from '../../expressions/limitUse.js';
import { peak } from '../../expressions/peak.js';
import { providerHeadroom } from '../../expressions/providerHeadroom.js';
import { quantileOf } from '../../expressions/quantileOf.js';
import { rateOf } from '../../expressions/rateOf.js';
import { requestRate } from '../../expressions/requestRate.js';
import { secondsUntil } from '../../expressions/secondsUntil.js';
import { tokenRate } from '../../expressions/tokenRate.js';
import { SCRAPE_JOB } from '../../identity.js';
import { native } from '../../metrics/native.js';
import { scrapeFamilies } from '../../metrics/exporters/scrape.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import { NEVER } from '../mappings.js';
import * as palette from '../palette.js';
import { barGauge } from '../panels/barGauge.js';
import { series } from '../panels/series.js';
import { stat } from '../panels/stat.js';
import { type LabelColumn, table } from '../panels/table.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { historyVariable } from '../variables.js';

const matchers = GATEWAYS;
const OF_PROCESS = { ...GATEWAYS, job: SCRAPE_JOB };
const HISTORY = '$history';
/** In seconds. */
const HOUR = 3_600;
const DAY = 24 * HOUR;
const MONTH_DAYS = 30;

const dailyCost = during(DAY, rateOf(native.cost, { matchers }));

const spend: Row = {
  title: 'Spend and tokens',
  panels: [
    ...sized(
      4,
      4,
      stat({
        title: 'Spend of a Day',
        description: 'Cost of 24 hours at the mean rate of the history.',
        unit: UNITS.dollars,
        sparkline: false,
        queries: [{ expr: during(DAY, average(rateOf(native.cost, { matchers }), HISTORY)), legend: 'A day' }],
      }),
      stat({
        title: 'Spend of 30 Days',
        description: 'Cost of 30 days at the mean rate of the history.',
        unit: UNITS.dollars,
        sparkline: false,
        queries: [
          { expr: during(MONTH_DAYS * DAY, average(rateOf(native.cost, { matchers }), HISTORY)), legend: '30 days' },
        ],
      }),
      stat({
        title: 'Spend/Day Trend',
        noValue: 'Too early',
        description:
          'Where the trend of the history leads: cost per day as it will be in 24 hours. It needs all of the history: choose a shorter one if it is too early.',
        unit: UNITS.dollars,
        sparkline: false,
        queries: [{ expr: forecast(dailyCost, HISTORY, DAY), legend: 'In a day' }],
      }),
      stat({
        title: 'Tokens of a Day',
        description: 'Input and output tokens of 24 hours at the mean rate of the history.',
        unit: UNITS.tokens,
        sparkline: false,
        queries: [{ expr: during(DAY, average(tokenRate({ matchers }), HISTORY)), legend: 'A day' }],
      }),
      stat({
        title: 'Tokens/s Trend',
        noValue: 'Too early',
        description:
          'Where the trend of the history leads: token rate as it will be in 24 hours. It needs all of the history: choose a shorter one if it is too early.',
        unit: UNITS.tokensPerSecond,
        sparkline: false,
        queries: [{ expr: forecast(tokenRate({ matchers }), HISTORY, DAY), legend: 'In a day' }],
      }),
      stat({
        title: 'Requests/s Trend',
        noValue: 'Too early',
        description:
          'Where the trend of the history leads: requests per second as they will be in 24 hours. It needs all of the history: choose a shorter one if it is too early.',
        unit: UNITS.requestsPerSecond,
        sparkline: false,
        queries: [{ expr: forecast(requestRate({ matchers }), HISTORY, DAY), legend: 'In a day' }],
      })
    ),
    ...sized(
      12,
      9,
      series({
        title: 'Spend per Day',
        description:
          'Cost per day at the rate of each moment, and as the trend until then said it would be an hour later.',
        unit: UNITS.dollars,
        colors: { now: palette.NEUTRAL, 'in an hour': palette.WARNING },
        queries: [
          { expr: dailyCost, legend: 'now' },
          { expr: forecast(dailyCost, HISTORY, HOUR), legend: 'in an hour' },
        ],
      }),
      series({
        title: 'Tokens per Second',
        description: 'Token rate of each moment, and as the trend until then said it would be an hour later.',
        unit: UNITS.tokensPerSecond,
        colors: { now: palette.NEUTRAL, 'in an hour': palette.WARNING },
        queries: [
          { expr: tokenRate({ matchers }), legend: 'now' },
          { expr: forecast(tokenRate({ matchers }), HISTORY, HOUR), legend: 'in an hour' },
        ],
      })
    ),
  ],
};

const RULE_LABELS: LabelColumn[] = [
  { label: 'kind', head: 'Of' },
  { label: 'subject', head: 'Name' },
];
const reset = { by: ['budget', 'kind', 'subject'] as const, matchers, aggregation: 'min' as const };

const budgets: Row = {
  title: 'Budgets',
  panels: [
    ...sized(
      16,
      9,
      table({
        title: 'Budgets Until They Begin Anew',
        description:
          'How long it lasts at the pace of the last hour, and what will be spent when the budget begins anew at the pace of the history.',
        noValue: 'There are no budgets',
        labels: [{ label: 'budget', head: 'Budget' }, ...RULE_LABELS],
        sortBy: 'Lasts',
        ascending: true,
        values: [
          {
            head: 'Lasts',
            expr: gaugeOf(native.budgetExhaustionSeconds, reset),
            unit: UNITS.seconds,
            decimals: 1,
            thresholds: palette.TIME_LEFT,
            mappings: NEVER,
          },
          { head: 'Resets in', expr: gaugeOf(native.budgetResetSeconds, reset), unit: UNITS.seconds, decimals: 1 },
          {
            head: 'Used',
            expr: budgetUse(matchers, ['budget', 'kind', 'subject']),
            unit: UNITS.ratio,
            thresholds: palette.USE,
          },
          {
            head: 'Used then',
            expr: budgetAtReset(HISTORY, matchers),
            unit: UNITS.ratio,
            thresholds: palette.USE,
          },
        ],
      })
    ),
    ...sized(
      8,
      9,
      barGauge({
        title: 'Days to Exhaustion',
        description: 'Until each budget is spent if it goes on as in the last hour; a full bar is a month.',
        unit: UNITS.seconds,
        noValue: 'There are no budgets',
        max: MONTH_DAYS * DAY,
        thresholds: palette.TIME_LEFT,
        mappings: NEVER,
        query: { expr: gaugeOf(native.budgetExhaustionSeconds, reset), legend: '{{budget}} {{subject}}' },
      })
    ),
  ],
};

const perMinute = { by: ['limit', 'kind', 'subject', 'unit'] as const, matchers, aggregation: 'max' as const };
const limits: Row = {
  title: 'Limits and headroom',
  panels: [
    ...sized(
      24,
      8,
      table({
        title: 'Limits',
        description: 'Use of each limit now, at its peak, as the trend has it in an hour, and when it is reached.',
        noValue: 'There are no limits',
        labels: [{ label: 'limit', head: 'Limit' }, ...RULE_LABELS, { label: 'unit', head: 'Unit' }],
        sortBy: 'Peak',
        values: [
          { head: 'Now', expr: limitUse(matchers), unit: UNITS.ratio, thresholds: palette.USE },
          { head: 'Peak', expr: peak(limitUse(matchers), HISTORY), unit: UNITS.ratio, thresholds: palette.USE },
          {
            head: '+1 h',
            expr: forecast(limitUse(matchers), HISTORY, HOUR),
            unit: UNITS.ratio,
            thresholds: palette.USE,
          },
          {
            head: 'Full in',
            expr: secondsUntil(gaugeOf(native.limitAllowed, perMinute), gaugeOf(native.limitUsed, perMinute), HISTORY),
            unit: UNITS.seconds,
            decimals: 1,
          },
        ],
      })
    ),
    ...sized(
      8,
      9,
      series({
        title: 'Use of Limits',
        description: 'Used share of each limit.',
        unit: UNITS.ratio,
        noValue: 'There are no limits',
        softMax: 1,
        calcs: ['lastNotNull', 'max'],
        thresholds: palette.USE,
        queries: [{ expr: limitUse(matchers), legend: '{{limit}} {{subject}} ({{unit}})' }],
      })
    ),
    ...sized(
      8,
      9,
      barGauge({
        title: 'Least Headroom of Providers',
        description: 'The least that was left of each rate limit that providers report, over the history.',
        unit: UNITS.ratio,
        noValue: 'No provider reports rate limits',
        max: 1,
        thresholds: palette.HEADROOM,
        query: { expr: least(providerHeadroom(matchers), HISTORY), legend: '{{deployment}} {{kind}}' },
      }),
      series({
        title: 'Headroom of Providers',
        description: 'What is left of the rate limits, as providers last reported them.',
        unit: UNITS.ratio,
        noValue: 'No provider reports rate limits',
        softMax: 1,
        calcs: ['lastNotNull', 'min'],
        queries: [{ expr: providerHeadroom(matchers), legend: '{{deployment}} {{kind}}' }],
      })
    ),
  ],
};

const gateways: Row = {
  title: 'The gateway itself',
  panels: sized(
    8,
    9,
    series({
      title: 'CPU of Each Gateway',
      description: 'A gateway is one event loop: at 100 % it is full, and another replica is due well before.',
      unit: UNITS.ratio,
      softMax: 1,
      thresholds: palette.USE,
      queries: [
        { expr: rateOf(scrapeFamilies.processCpu, { by: ['instance'], matchers: OF_PROCESS }), legend: '{{instance}}' },
      ],
    }),
    series({
      title: 'Requests under Way and Waiting',
      description: 'Requests that have not ended, and those of them that wait for a deployment at its limit.',
      unit: UNITS.count,
      queries: [
        { expr: gaugeOf(native.inFlightRequests, { matchers }), legend: 'under way' },
        { expr: gaugeOf(native.queuedRequests, { matchers }), legend: 'waiting' },
      ],
    }),
    series({
      title: 'Time in the Queue',
      description:
        'How long requests waited for a deployment at its limit of concurrent calls; only those that waited.',
      unit: UNITS.seconds,
      noValue: 'No request had to wait in this time range',
      queries: [
        {
          expr: quantileOf(native.queueDuration, 0.95, { by: ['model'], matchers }),
          legend: '{{model}} p95',
        },
      ],
    })
  ),
};

export const capacity = dashboard({
  uid: 'llm-gateway-capacity',
  title: 'LLM Gateway Capacity Planning',
  description:
    'Where spend, tokens and limits are heading, and how long budgets, rate limits and the gateway itself last.',
  tags: ['capacity', 'cost'],
  from: 'now-6h',
  refresh: '1m',
  variables: [historyVariable()],
  rows: [spend, budgets, limits, gateways],
});
