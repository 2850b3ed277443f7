import { budgetUse } from '../../expressions/budgetUse.js';
import { during } from '../../expressions/during.js';
import { errorRatio } from '../../expressions/errorRatio.js';
import { gaugeOf } from '../../expressions/gaugeOf.js';
import { increaseOf } from '../../expressions/increaseOf.js';
import { limitUse } from '../../expressions/limitUse.js';
import { rateOf } from '../../expressions/rateOf.js';
import { requestRate } from '../../expressions/requestRate.js';
import { tokenRate } from '../../expressions/tokenRate.js';
import { RANGE } from '../../expressions/selector.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import * as palette from '../palette.js';
import { matrixBars } from '../panels/matrixBars.js';
import { series } from '../panels/series.js';
import { type LabelColumn, table } from '../panels/table.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { keyVariable, teamVariable } from '../variables.js';

/** In seconds. */
const HOUR = 3_600;

const OF_TEAM = { ...GATEWAYS, team: '$team' };
const matchers = { ...OF_TEAM, key: '$key' };

const usageTable = (title: string, description: string, by: ReadonlyArray<'team' | 'key'>, labels: LabelColumn[]) =>
  table({
    title,
    description,
    labels,
    sortBy: 'Cost',
    values: [
      { head: 'Requests', expr: increaseOf(native.requests, { by, matchers }), unit: UNITS.count },
      {
        head: 'Errors',
        expr: errorRatio({ by, matchers, window: RANGE }),
        unit: UNITS.ratio,
        thresholds: palette.ERROR_RATIO,
      },
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
      { head: 'Cost', expr: increaseOf(native.cost, { by, matchers }), unit: UNITS.dollars },
    ],
  });

const usage: Row = {
  title: 'Usage in the time range',
  panels: [
    ...sized(
      24,
      7,
      usageTable('Teams', 'What each team used; “none” has no team.', ['team'], [{ label: 'team', head: 'Team' }])
    ),
    ...sized(
      24,
      7,
      usageTable(
        'Keys',
        'What each key used.',
        ['team', 'key'],
        [
          { label: 'team', head: 'Team' },
          { label: 'key', head: 'Key' },
        ]
      )
    ),
  ],
};

const overTime: Row = {
  title: 'Over time',
  panels: [
    ...sized(
      8,
      9,
      series({
        title: 'Request Rate by Team',
        description: 'Ended requests per second.',
        unit: UNITS.requestsPerSecond,
        stacked: true,
        queries: [{ expr: requestRate({ by: ['team'], matchers }), legend: '{{team}}' }],
      }),
      series({
        title: 'Tokens by Team',
        description: 'Input and output tokens per second.',
        unit: UNITS.tokensPerSecond,
        stacked: true,
        queries: [{ expr: tokenRate({ by: ['team'], matchers }), legend: '{{team}}' }],
      }),
      series({
        title: 'Cost per Hour by Team',
        description: 'US dollars per hour.',
        unit: UNITS.dollars,
        stacked: true,
        queries: [{ expr: during(HOUR, rateOf(native.cost, { by: ['team'], matchers })), legend: '{{team}}' }],
      }),
      series({
        title: 'Request Rate by Key',
        description: 'Ended requests per second.',
        unit: UNITS.requestsPerSecond,
        stacked: true,
        queries: [{ expr: requestRate({ by: ['key'], matchers }), legend: '{{key}}' }],
      }),
      series({
        title: 'Error Rate by Team',
        description: 'Share of ended requests that failed.',
        unit: UNITS.ratio,
        softMax: 0.05,
        queries: [{ expr: errorRatio({ by: ['team'], matchers }), legend: '{{team}}' }],
      }),
      matrixBars({
        title: 'Models of Each Team',
        description: 'Cost in the time range: a bar a team, in the colours of the models it asked for.',
        unit: UNITS.dollars,
        expr: increaseOf(native.cost, { by: ['team', 'model'], matchers }),
        bars: 'team',
        parts: 'model',
      })
    ),
  ],
};

const RULE_LABELS: LabelColumn[] = [
  { label: 'kind', head: 'Of' },
  { label: 'subject', head: 'Name' },
  { label: 'unit', head: 'Unit' },
];
const budgetLabels = {
  by: ['budget', 'kind', 'subject', 'unit'] as const,
  matchers: GATEWAYS,
  aggregation: 'max' as const,
};
const limitLabels = {
  by: ['limit', 'kind', 'subject', 'unit'] as const,
  matchers: GATEWAYS,
  aggregation: 'max' as const,
};

const rules: Row = {
  title: 'Budgets and limits',
  panels: [
    ...sized(
      24,
      7,
      table({
        title: 'Budgets',
        description: 'Each budget in its running period, in US dollars or tokens.',
        noValue: 'There are no budgets',
        labels: [{ label: 'budget', head: 'Budget' }, ...RULE_LABELS],
        sortBy: 'Used',
        values: [
          { head: 'Limit', expr: gaugeOf(native.budgetLimit, budgetLabels), unit: UNITS.count },
          { head: 'Spent', expr: gaugeOf(native.budgetSpent, budgetLabels), unit: UNITS.count },
          { head: 'Left', expr: gaugeOf(native.budgetRemaining, budgetLabels), unit: UNITS.count },
          { head: 'Used', expr: budgetUse(GATEWAYS), unit: UNITS.ratio, thresholds: palette.USE },
        ],
      }),
      table({
        title: 'Limits',
        description: 'Each limit now: requests or tokens of the running minute, or requests at once.',
        noValue: 'There are no limits',
        labels: [{ label: 'limit', head: 'Limit' }, ...RULE_LABELS],
        sortBy: 'In use',
        values: [
          { head: 'Allowed', expr: gaugeOf(native.limitAllowed, limitLabels), unit: UNITS.count },
          { head: 'Used', expr: gaugeOf(native.limitUsed, limitLabels), unit: UNITS.count },
          { head: 'In use', expr: limitUse(GATEWAYS), unit: UNITS.ratio, thresholds: palette.USE },
        ],
      })
    ),
    ...sized(
      8,
      9,
      series({
        title: 'Refusals by Team',
        description: 'Requests per second that a budget or limit refused.',
        unit: UNITS.requestsPerSecond,
        noValue: 'Nothing was refused in this time range',
        queries: [{ expr: rateOf(native.refusals, { by: ['team'], matchers: OF_TEAM }), legend: '{{team}}' }],
      }),
      series({
        title: 'Refusals by Rule',
        description: 'Requests per second, by the budget or limit that refused them.',
        unit: UNITS.requestsPerSecond,
        noValue: 'Nothing was refused in this time range',
        queries: [
          { expr: rateOf(native.refusals, { by: ['rule', 'unit'], matchers: OF_TEAM }), legend: '{{rule}} ({{unit}})' },
        ],
      }),
      series({
        title: 'Refused at the Door',
        description: 'Requests per second without a valid key: they can be charged to nobody.',
        unit: UNITS.requestsPerSecond,
        noValue: 'Nobody was refused at the door in this time range',
        softMax: 0.1,
        queries: [{ expr: rateOf(native.authFailures, { by: ['reason'], matchers: GATEWAYS }), legend: '{{reason}}' }],
      })
    ),
  ],
};

export const tenants = dashboard({
  uid: 'llm-gateway-tenants',
  title: 'LLM Gateway Tenant Usage',
  description: 'What each team and key uses, what it costs, and how much of its budgets and limits is left.',
  tags: ['cost', 'tenants'],
  from: 'now-24h',
  refresh: '1m',
  variables: [teamVariable(), keyVariable()],
  rows: [usage, overTime, rules],
});
