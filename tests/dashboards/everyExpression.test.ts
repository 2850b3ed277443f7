import { setTimeout as sleep } from 'node:timers/promises';

import { exporters } from '../../catalogue/src/metrics/exporters.js';
import { startDetailedUpstream } from '../seeds/detailedUpstream.js';
import { askForEverything, configuration } from '../seeds/traffic.js';
import { TestGateway } from '../support/gateway.js';
import { TestPostgres, hasPostgres } from '../support/postgres.js';
import { TestPrometheus, hasPrometheus } from '../support/prometheus.js';
import type { RawUpstream } from '../support/rawUpstream.js';
import { TestRedis, hasRedis } from '../support/redis.js';
import { type Shown, dashboardExpressions, filledIn, pageExpressions } from './expressions.js';
import { disturb } from './disturb.js';

const SECONDS = 1000;
/** Longest wait for an expression to have data: the forecasts need some history first. */
const PATIENCE_MS = 30 * SECONDS;

/** Exporters that do not run here. */
const ELSEWHERE = Object.values(exporters)
  .map(({ name }) => name)
  .filter((name) => /^(node|pg|redis|container)_/.test(name));

/** Families without series here, and why. */
const WITHOUT_SERIES: ReadonlyArray<readonly [why: string, family: RegExp]> = [
  ['node_exporter, postgres_exporter, redis_exporter and cAdvisor do not run here', matching(ELSEWHERE)],
  ...(hasRedis ? [] : [['no redis-server', matching(['llm_gateway_shared_state_up'])] as const]),
  ...(hasPostgres
    ? []
    : [['no PostgreSQL, and SQLite has no pool', matching(['llm_gateway_database_connections'])] as const]),
];

const withPrometheus = hasPrometheus() ? describe : describe.skip;

withPrometheus('with a real Prometheus (skipped where there is none on PATH)', () => {
  let upstream: RawUpstream;
  let redis: TestRedis | undefined;
  let postgres: TestPostgres | undefined;
  let gateway: TestGateway;
  let prometheus: TestPrometheus;
  let traffic: Promise<void>;
  let ended = false;

  beforeAll(async () => {
    upstream = await startDetailedUpstream();
    redis = hasRedis ? await TestRedis.start() : undefined;
    postgres = hasPostgres ? await TestPostgres.start() : undefined;
    gateway = await TestGateway.start(busier(configuration(`${upstream.url}/v1`)), {
      env: {
        ...(redis && { REDIS_URL: redis.url }),
        ...(postgres && { DATABASE_URL: await postgres.createDatabase() }),
      },
    });
    prometheus = await TestPrometheus.start(gateway);
    await prometheus.scrapedAfter(Date.now());
    traffic = (async () => {
      while (!ended) {
        await askForEverything(gateway);
        await disturb(gateway);
        await sleep(SECONDS);
      }
    })();
  }, 90 * SECONDS);

  afterAll(async () => {
    ended = true;
    await traffic;
    await prometheus.remove();
    await gateway.remove();
    await postgres?.remove();
    await redis?.kill();
    await upstream.stop();
  }, 30 * SECONDS);

  const shown = [...dashboardExpressions(), ...pageExpressions()];
  const places = [...new Set(shown.map(({ where }) => where))];

  test.each(places)(
    'every expression of %s has data, but those of which it is said why not',
    async (place) => {
      const asked = shown.filter(({ where }) => where === place);
      const without = asked.filter(({ expr }) => WITHOUT_SERIES.some(([, family]) => family.test(expr)));
      let missing: readonly Shown[] = asked;
      const deadline = Date.now() + PATIENCE_MS;
      while (missing.length > without.length && Date.now() < deadline) {
        // An error of the traffic is one of the test.
        await Promise.race([traffic, sleep(SECONDS)]);
        missing = await withoutData(prometheus, missing);
      }
      expect(missing.map(said)).toEqual(without.map(said));
    },
    PATIENCE_MS + 20 * SECONDS
  );
});

/** With a limit that fills up. */
function busier(config: string): string {
  return config.replace('limits:', 'limits:\n  - { name: filling, key: backend, requests_per_minute: 100000 }');
}

async function withoutData(prometheus: TestPrometheus, asked: readonly Shown[]): Promise<Shown[]> {
  const missing: Shown[] = [];
  for (const each of asked) {
    const samples = await prometheus.query(filledIn(each.expr));
    if (samples.every(({ value }) => Number.isNaN(value))) {
      missing.push(each);
    }
  }
  return missing;
}

function matching(names: readonly string[]): RegExp {
  return new RegExp(`\\b(${names.join('|')})`);
}

function said({ panel, expr }: Shown): string {
  return `${panel}: ${expr}`;
}
