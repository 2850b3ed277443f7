import { databasePoolUse } from '../../expressions/databasePoolUse.js';
import { errorRatio } from '../../expressions/errorRatio.js';
import { gatewayUp } from '../../expressions/gatewayUp.js';
import { gaugeOf } from '../../expressions/gaugeOf.js';
import { increaseOf } from '../../expressions/increaseOf.js';
import { orZero } from '../../expressions/orZero.js';
import { quantileOf } from '../../expressions/quantileOf.js';
import { requestDuration } from '../../expressions/requestDuration.js';
import { requestRate } from '../../expressions/requestRate.js';
import { native } from '../../metrics/native.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import { UP_DOWN } from '../mappings.js';
import * as palette from '../palette.js';
import { series } from '../panels/series.js';
import { stat } from '../panels/stat.js';
import { CLUSTER, GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';
import { containerRow } from './rows/containers.js';
import { nodeRow } from './rows/node.js';
import { postgresRow } from './rows/postgres.js';
import { redisRow } from './rows/redis.js';

const matchers = GATEWAYS;

const gateway: Row = {
  title: 'LLM Gateway',
  panels: [
    ...sized(
      6,
      5,
      stat({
        title: 'LLM Gateway Status',
        description: 'Whether Prometheus reaches each gateway.',
        unit: UNITS.count,
        noValue: 'Not scraped',
        mappings: UP_DOWN,
        sparkline: false,
        queries: [{ expr: gatewayUp(matchers), legend: '{{instance}}' }],
      }),
      stat({
        title: 'Total Tokens Used',
        description: 'Input and output tokens in the time range.',
        unit: UNITS.tokens,
        sparkline: false,
        queries: [{ expr: orZero(increaseOf(native.tokens, { matchers }), matchers), legend: 'Tokens' }],
      }),
      stat({
        title: 'Total Cost USD',
        description: 'Cost in the time range. Requests without a known price are not in it.',
        unit: UNITS.dollars,
        sparkline: false,
        queries: [{ expr: orZero(increaseOf(native.cost, { matchers }), matchers), legend: 'Cost' }],
      }),
      stat({
        title: 'Error Rate',
        description: 'Share of ended requests that failed. A client that left before its answer ended is no failure.',
        unit: UNITS.ratio,
        thresholds: palette.ERROR_RATIO,
        queries: [{ expr: errorRatio({ matchers }), legend: 'Errors' }],
      })
    ),
    ...sized(
      12,
      9,
      series({
        title: 'Request Rate',
        description: 'Ended requests per second, and those of them that failed.',
        unit: UNITS.requestsPerSecond,
        colors: palette.TOTAL_COLORS,
        queries: [
          { expr: orZero(requestRate({ matchers }), matchers), legend: 'total' },
          {
            expr: orZero(requestRate({ matchers: { ...matchers, status: 'error' } }), matchers),
            legend: 'errors',
          },
        ],
      }),
      series({
        title: 'P95 Latency',
        description:
          '95 of 100 successful requests of the last five minutes took no longer. The line is where the alert fires.',
        unit: UNITS.seconds,
        noValue: 'No successful requests measured in this time range',
        thresholds: palette.LATENCY,
        colors: palette.QUANTILE_COLORS,
        queries: [{ expr: requestDuration(0.95, { matchers, window: '5m' }), legend: 'p95', exemplars: true }],
      }),
      series({
        title: 'Requests by Model',
        description: 'Requests that ended between one bar and the next, by the model the client asked for.',
        unit: UNITS.count,
        draw: 'bars',
        stacked: true,
        calcs: ['sum'],
        interval: '1m',
        queries: [
          {
            expr: increaseOf(native.requests, { by: ['model'], matchers, window: '$__interval' }),
            legend: '{{model}}',
          },
        ],
      }),
      series({
        title: 'Requests by Provider',
        description: 'Ended requests per second, by the provider of the final answer; “none” reached no provider.',
        unit: UNITS.requestsPerSecond,
        queries: [{ expr: requestRate({ by: ['provider'], matchers }), legend: '{{provider}}' }],
      })
    ),
  ],
};

const database: Row = {
  title: 'Database and Redis, as the gateway sees them',
  panels: sized(
    8,
    9,
    series({
      title: 'Database Pool in Use',
      description: 'Share of the gateway’s database connections at work. At 100 % for five minutes an alert fires.',
      unit: UNITS.ratio,
      noValue: 'No connection pool: SQLite needs none',
      calcs: ['lastNotNull', 'max'],
      softMax: 1,
      thresholds: palette.USE,
      queries: [{ expr: databasePoolUse(matchers), legend: '{{instance}}' }],
    }),
    series({
      title: 'P95 Database Query Time',
      description: '95 of 100 queries took no longer. Above one second for ten minutes an alert fires.',
      unit: UNITS.seconds,
      queries: [
        {
          expr: quantileOf(native.databaseQueryDuration, 0.95, { by: ['operation'], matchers }),
          legend: '{{operation}}',
        },
      ],
    }),
    series({
      title: 'Redis Answers',
      description: '1 while the gateway reaches Redis, 0 while it goes by governance.redis_down.',
      unit: UNITS.count,
      noValue: 'The gateway has no REDIS_URL',
      calcs: ['lastNotNull', 'min'],
      softMax: 1,
      queries: [
        {
          expr: gaugeOf(native.sharedStateUp, { by: ['instance'], matchers, aggregation: 'min' }),
          legend: '{{instance}}',
        },
      ],
    })
  ),
};

export const monitoring = dashboard({
  uid: 'llm-gateway-monitoring',
  title: 'LLM Gateway Monitoring',
  description: 'The whole stack at a glance: the gateway, its database and Redis, the machine and the containers.',
  tags: ['monitoring'],
  rows: [gateway, database, nodeRow(CLUSTER), postgresRow(CLUSTER), redisRow(CLUSTER), containerRow(CLUSTER)],
});
