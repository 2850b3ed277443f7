import { type Finding, failed, ok, skipped } from '../finding.js';
import type { Known } from './check.js';

const STORES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

/** The store and Redis, as the gateway sees them. */
export async function checkDependencies({ status }: Known): Promise<readonly Finding[]> {
  if (status === undefined) {
    return [skipped('database', 'needs the admin token'), skipped('redis', 'needs the admin token')];
  }
  const { store, redis } = status;
  const name = STORES[store.dialect];
  const database = store.up
    ? ok('database', `${name} answers in ${store.latency_ms} ms`, { details: { ...store } })
    : failed(
        'database',
        `${name} does not answer the gateway: ${store.reason}`,
        store.dialect === 'postgres'
          ? "Start it, or see whether the gateway's DATABASE_URL names it. Requests go on, and what they use is kept until it is back."
          : 'See whether its disk is full or slow. Requests go on, and what they use is kept until it answers.',
        { details: { ...store } }
      );
  if (redis === null) {
    return [database, skipped('redis', 'not used (no REDIS_URL): each replica counts for itself')];
  }
  return [
    database,
    redis.up
      ? ok('redis', 'answers the gateway')
      : failed(
          'redis',
          'Redis does not answer the gateway',
          "Start it, or see whether the gateway's REDIS_URL names it. Limits and budgets go by governance.redis_down until it is back."
        ),
  ];
}
