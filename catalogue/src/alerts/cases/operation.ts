import { type AlertCase, growing, steady } from './alertCase.js';

const gauge = (name: string, rest = '') => `${name}{instance="gw"${rest}}`;
const instance = { instance: 'gw' };
const connections = (active: number) => ({
  [gauge('llm_gateway_database_connections', ',state="active"')]: steady(active),
  [gauge('llm_gateway_database_connections', ',state="idle"')]: steady(10 - active),
  [gauge('llm_gateway_database_connections_max')]: steady(10),
});
const queries = (operation: string, fast: number, slow: number) => ({
  [gauge('llm_gateway_database_query_duration_seconds_bucket', `,operation="${operation}",le="1"`)]: growing(fast),
  [gauge('llm_gateway_database_query_duration_seconds_bucket', `,operation="${operation}",le="2.5"`)]: growing(
    fast + slow
  ),
  [gauge('llm_gateway_database_query_duration_seconds_bucket', `,operation="${operation}",le="+Inf"`)]: growing(
    fast + slow
  ),
});
const postgres = (state: string, value: number) => ({
  [gauge('pg_stat_activity_count', `,datname="d",state="${state}"`)]: steady(value),
});
const disk = (kind: string, fstype: string) =>
  gauge(`node_filesystem_${kind}_bytes`, `,device="d",fstype="${fstype}",mountpoint="/"`);

/** A gauge that is at fault below, or above, a value. */
const simple = (alert: string, name: string, bad: number, good: number, at = '8m'): AlertCase => ({
  alert,
  fires: { series: { [gauge(name)]: steady(bad) }, at, labels: instance },
  silent: { series: { [gauge(name)]: steady(good) }, at },
});

export const operationCases: readonly AlertCase[] = [
  simple('LLMGatewayStoreDown', 'llm_gateway_store_up', 0, 1),
  simple('LLMGatewayLedgerLag', 'llm_gateway_ledger_lag_seconds', 31, 30),
  simple('LLMGatewayReconciliationDrift', 'llm_gateway_reconciliation_drift_requests', -1, 0),
  simple('LLMGatewayReconciliationDriftCost', 'llm_gateway_reconciliation_drift_usd', -0.00001, 0.0000001),
  simple('LLMGatewaySharedStateDown', 'llm_gateway_shared_state_up', 0, 1),
  simple('LLMGatewayPostgresDown', 'pg_up', 0, 1),
  simple('LLMGatewayRedisDown', 'redis_up', 0, 1),
  {
    alert: 'LLMGatewayLedgerRefused',
    fires: { series: { [gauge('llm_gateway_ledger_refused_events_total')]: '0x10 1x80' }, at: '20m', labels: instance },
    silent: { series: { [gauge('llm_gateway_ledger_refused_events_total')]: steady(1, 200) }, at: '90m' },
  },
  {
    alert: 'LLMGatewayDatabasePoolExhausted',
    fires: { series: connections(10), at: '6m', labels: instance },
    silent: { series: connections(9), at: '6m' },
  },
  {
    alert: 'LLMGatewaySlowDatabaseQueries',
    fires: { series: queries('select', 90, 10), at: '20m', labels: instance },
    // Whole batches may take their time.
    silent: { series: { ...queries('ledger_write', 1, 99), ...queries('select', 96, 4) }, at: '20m' },
  },
  {
    alert: 'LLMGatewayPostgresConnectionsExhausted',
    fires: {
      series: {
        ...postgres('active', 50),
        ...postgres('idle', 41),
        [gauge('pg_settings_max_connections', ',server="s"')]: steady(100),
      },
      at: '6m',
      labels: instance,
    },
    silent: {
      series: {
        ...postgres('active', 50),
        ...postgres('idle', 40),
        [gauge('pg_settings_max_connections', ',server="s"')]: steady(100),
      },
      at: '6m',
    },
  },
  {
    alert: 'LLMGatewayPostgresSlowQueries',
    fires: {
      series: { [gauge('pg_stat_activity_max_tx_duration', ',datname="d",state="active"')]: '30+60x30' },
      at: '10m',
      labels: { ...instance, datname: 'd' },
    },
    silent: {
      series: { [gauge('pg_stat_activity_max_tx_duration', ',datname="d",state="idle"')]: '30+60x30' },
      at: '10m',
    },
  },
  {
    alert: 'LLMGatewayRedisEvicting',
    fires: { series: { [gauge('redis_evicted_keys_total')]: growing(1) }, at: '20m', labels: instance },
    silent: { series: { [gauge('redis_evicted_keys_total')]: steady(9) }, at: '20m' },
  },
  {
    alert: 'LLMGatewayExporterDown',
    fires: { series: { 'up{job="redis",instance="r"}': steady(0) }, at: '6m', labels: { job: 'redis', instance: 'r' } },
    // Somebody else's.
    silent: {
      series: { 'up{job="other",instance="o"}': steady(0), 'up{job="node",instance="n"}': steady(1) },
      at: '6m',
    },
  },
  {
    alert: 'LLMGatewayDiskFilling',
    fires: {
      series: { [disk('avail', 'ext4')]: steady(9), [disk('size', 'ext4')]: steady(100) },
      at: '12m',
      labels: { ...instance, device: 'd', fstype: 'ext4', mountpoint: '/' },
    },
    silent: { series: { [disk('avail', 'tmpfs')]: steady(0), [disk('size', 'tmpfs')]: steady(100) }, at: '12m' },
  },
  {
    alert: 'LLMGatewayMemoryShort',
    fires: {
      series: {
        [gauge('node_memory_MemAvailable_bytes')]: steady(9),
        [gauge('node_memory_MemTotal_bytes')]: steady(100),
      },
      at: '12m',
      labels: instance,
    },
    silent: {
      series: {
        [gauge('node_memory_MemAvailable_bytes')]: steady(10),
        [gauge('node_memory_MemTotal_bytes')]: steady(100),
      },
      at: '12m',
    },
  },
];
