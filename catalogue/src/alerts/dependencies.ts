import { exporters } from '../metrics/exporters.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-dependencies';

/** Whole batches of the ledger are a duration of their own; they may be long. */
const QUERIES = 'operation!="ledger_write"';

export const sharedStateDown: AlertRule = {
  name: 'LLMGatewaySharedStateDown',
  uid: 'llm-gateway-shared-state-down',
  group,
  topic: 'redis',
  severity: 'warning',
  expr: native.sharedStateUp.name,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '30s',
  condition: 'A gateway with `REDIS_URL` does not reach Redis.',
  summary: 'LLM Gateway {{ $labels.instance }} does not reach Redis',
  description:
    'Budgets and limits are no longer shared between replicas; governance.redis_down says whether each counts by itself, refuses or allows.',
  noData: 'ok',
  runbook: {
    means:
      'With `governance.redis_down: local` (default) each replica counts by itself: together they may exceed a limit. With `refuse`, requests under a limit or hard budget get 503.',
    checks: [
      'Is Redis there? `redis-cli -u "$REDIS_URL" ping`, `docker compose ps redis`, or `llm-gateway doctor`.',
      'One replica or all? `llm_gateway_shared_state_up`: one alone points at its network.',
      'Since when and why: `GET /api/v1/events?type=redis_down`.',
    ],
    causes: [
      'Redis restarts or fails over.',
      'Its memory is full and `maxmemory-policy` refuses writes.',
      'The password or the network changed.',
    ],
  },
};

export const databasePoolExhausted: AlertRule = {
  name: 'LLMGatewayDatabasePoolExhausted',
  uid: 'llm-gateway-database-pool-exhausted',
  group,
  topic: 'database',
  severity: 'critical',
  expr: `${native.databaseConnections.name}{state="active"} / ignoring (state) (${native.databaseConnectionsMax.name} > 0)`,
  threshold: { is: 'above', value: 0.99, unit: 'ratio' },
  for: '5m',
  condition: 'All connections of the gateway’s database pool are active.',
  summary: 'All database connections of LLM Gateway {{ $labels.instance }} are in use',
  description: 'For 5 minutes every connection of its pool has been busy: queries wait for each other.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMDatabasePoolExhausted' }],
  runbook: {
    means:
      'Pages, exports and the admin API get slow or time out; the ledger may lag. Requests of clients need no database as long as their key is known.',
    checks: [
      'How many wait? `llm_gateway_database_connections{state="waiting"}`.',
      'What are they doing? `select pid, state, now() - query_start as age, wait_event, left(query, 80) from pg_stat_activity where usename = current_user order by age desc`.',
      'Slow queries? LLMGatewaySlowDatabaseQueries; `llm_gateway_database_query_duration_seconds` by operation.',
    ],
    causes: [
      'Slow queries over a long time range: an export, a dashboard that refreshes too often.',
      'A lock: migration, vacuum full, an idle transaction.',
      'The database is short of CPU or disk.',
    ],
  },
};

export const slowDatabaseQueries: AlertRule = {
  name: 'LLMGatewaySlowDatabaseQueries',
  uid: 'llm-gateway-slow-database-queries',
  group,
  topic: 'database',
  severity: 'warning',
  expr: `histogram_quantile(0.95, sum by (le, cluster, instance) (rate(${native.databaseQueryDuration.name}_bucket{${QUERIES}}[5m])))`,
  threshold: { is: 'above', value: 1, unit: 'seconds' },
  for: '10m',
  condition:
    'The 95th percentile of the duration of database queries is above 1 s (batches of the ledger not counted).',
  summary: 'Database queries of LLM Gateway {{ $labels.instance }} are slow',
  description: 'One query in twenty takes longer than {{ $value | humanizeDuration }}.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMSlowDatabaseQueries' }],
  runbook: {
    means: 'Pages and usage queries are slow. If it goes on, the pool runs out and the ledger lags.',
    checks: [
      'Which operation? `histogram_quantile(0.95, sum by (le, operation) (rate(llm_gateway_database_query_duration_seconds_bucket[5m])))`.',
      "The slowest now: `select now() - query_start as age, left(query, 200) from pg_stat_activity where state = 'active' order by age desc limit 5`.",
      'How large is the ledger, and does it keep more than is needed (`ledger.retention_days`)? docs/ledger.md says what to expect.',
    ],
    causes: [
      'Single requests over a long time range; sums by hour answer faster.',
      'Statistics that are out of date after a large import (`analyze`), or a table that was not vacuumed.',
      'A disk that is too slow or full.',
    ],
  },
};

export const postgresDown: AlertRule = {
  name: 'LLMGatewayPostgresDown',
  uid: 'llm-gateway-postgres-down',
  group,
  topic: 'database',
  severity: 'critical',
  expr: exporters.postgresUp.name,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '1m',
  condition: 'The PostgreSQL exporter does not reach PostgreSQL.',
  summary: 'PostgreSQL behind {{ $labels.instance }} is down',
  description: 'The gateway goes on with what it has in memory and keeps usage in its journal.',
  noData: 'ok',
  runbook: {
    means: 'As LLMGatewayStoreDown, seen from the exporter. If that one is silent, only the exporter has a problem.',
    checks: [
      '`docker compose ps postgres` and its log.',
      'Does LLMGatewayStoreDown fire, too?',
      'The exporter’s log: a refused password looks the same to it.',
    ],
    causes: [
      'PostgreSQL restarts, or its disk is full.',
      'The password in the volume does not fit the one in the database.',
      'No connection is left.',
    ],
  },
};

export const postgresConnectionsExhausted: AlertRule = {
  name: 'LLMGatewayPostgresConnectionsExhausted',
  uid: 'llm-gateway-postgres-connections',
  group,
  topic: 'database',
  severity: 'critical',
  expr: `sum by (cluster, instance) (${exporters.postgresConnections.name}) / max by (cluster, instance) (${exporters.postgresConnectionsMax.name})`,
  threshold: { is: 'above', value: 0.9, unit: 'ratio' },
  for: '5m',
  condition: 'More than 90 % of the connections that PostgreSQL takes (`max_connections`) are open.',
  summary: 'PostgreSQL behind {{ $labels.instance }} is nearly out of connections',
  description: '{{ $value | humanizePercentage }} of max_connections are open, over all of its clients.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMDatabasePoolExhausted' }],
  runbook: {
    means: 'The next client is refused: a further replica of the gateway does not start, a restarted one neither.',
    checks: [
      'Whose? `select usename, application_name, state, count(*) from pg_stat_activity group by 1, 2, 3 order by 4 desc`.',
      'Idle in transaction? They hold locks as well: end them with `select pg_terminate_backend(<pid>)`.',
      'How many replicas of the gateway are there, times the size of their pool?',
    ],
    causes: [
      'More replicas than `max_connections` allows.',
      'Another program on the same database.',
      'Connections that were never closed.',
    ],
  },
};

export const postgresSlowTransactions: AlertRule = {
  name: 'LLMGatewayPostgresSlowQueries',
  uid: 'llm-gateway-postgres-slow-queries',
  group,
  topic: 'database',
  severity: 'warning',
  expr: `max by (cluster, instance, datname) (${exporters.postgresLongestTransaction.name}{state="active"})`,
  threshold: { is: 'above', value: 60, unit: 'seconds' },
  for: '5m',
  condition: 'A transaction that is running a query is older than a minute.',
  summary: 'A query on {{ $labels.datname }} behind {{ $labels.instance }} runs for more than a minute',
  description: 'The oldest active transaction is {{ $value | humanizeDuration }} old.',
  noData: 'ok',
  seeds: [{ seed: 'monitoring-setup', alert: 'LiteLLMSlowDatabaseQueries' }],
  runbook: {
    means: 'Something holds the database. Vacuum cannot clean behind it, and locks it holds keep others waiting.',
    checks: [
      "`select pid, usename, now() - xact_start as age, left(query, 200) from pg_stat_activity where state = 'active' order by age desc limit 5`.",
      'Does anything wait for it? `select pid, pg_blocking_pids(pid) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0`.',
      'Is it ours (`application_name`), a backup, or somebody at a console? `select pg_cancel_backend(<pid>)` ends the query.',
    ],
    causes: [
      'An export over a long time range.',
      'A migration or an index being built after an update.',
      'A backup, or a report of somebody else.',
    ],
  },
};

export const redisDown: AlertRule = {
  name: 'LLMGatewayRedisDown',
  uid: 'llm-gateway-redis-down',
  group,
  topic: 'redis',
  severity: 'warning',
  expr: exporters.redisUp.name,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '1m',
  condition: 'The Redis exporter does not reach Redis.',
  summary: 'Redis behind {{ $labels.instance }} is down',
  description: 'Replicas of the gateway no longer share budgets, limits and circuit breakers.',
  noData: 'ok',
  runbook: {
    means:
      'As LLMGatewaySharedStateDown, seen from the exporter. If that one is silent, only the exporter has a problem.',
    checks: [
      '`docker compose ps redis` and its log.',
      'Does LLMGatewaySharedStateDown fire, too?',
      'The exporter’s log: a refused password looks the same to it.',
    ],
    causes: [
      'Redis restarts, or was killed for want of memory.',
      'A changed password.',
      'The network between the two.',
    ],
  },
};

export const redisEvicting: AlertRule = {
  name: 'LLMGatewayRedisEvicting',
  uid: 'llm-gateway-redis-evicting',
  group,
  topic: 'redis',
  severity: 'warning',
  expr: `increase(${exporters.redisEvictedKeys.name}[15m])`,
  threshold: { is: 'above', value: 0, unit: 'keys' },
  for: '1m',
  condition: 'Redis threw keys away for want of memory within 15 minutes.',
  summary: 'Redis behind {{ $labels.instance }} throws keys away',
  description:
    'Counters of budgets and limits may be among them: they are read from the ledger again, limits begin anew.',
  noData: 'ok',
  runbook: {
    means:
      'Redis must not evict what the gateway counts with. Budgets recover from the ledger, a limit’s minute is forgotten.',
    checks: [
      '`redis-cli config get maxmemory-policy`: it must be `noeviction`.',
      '`redis-cli info memory`: used beside `maxmemory`.',
      'Does something else use this Redis (`redis-cli --bigkeys`)? Give the gateway one of its own.',
    ],
    causes: [
      'Redis shared with a cache that has `allkeys-lru`.',
      '`maxmemory` is too small.',
      'Very many subjects under a `*` limit.',
    ],
  },
};
