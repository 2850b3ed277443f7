import { QUERY_SECONDS } from '../buckets.js';
import { family } from '../family.js';

/** The gateway's own state: ledger, database, Redis, configuration, metrics. */
export const operationFamilies = {
  ledgerPending: family({
    name: 'llm_gateway_ledger_pending_events',
    type: 'gauge',
    help: 'Usage events not yet written to the ledger.',
    labels: [],
  }),
  ledgerLag: family({
    name: 'llm_gateway_ledger_lag_seconds',
    type: 'gauge',
    help: 'Age of the oldest usage event that is not yet in the ledger; 0 when there is none.',
    labels: [],
  }),
  ledgerJournal: family({
    name: 'llm_gateway_ledger_journal_bytes',
    type: 'gauge',
    help: 'Size of the journal that holds usage events until they are in the ledger.',
    labels: [],
  }),
  ledgerWritten: family({
    name: 'llm_gateway_ledger_written_events_total',
    type: 'counter',
    help: 'Usage events written to the ledger.',
    labels: [],
  }),
  ledgerWriteFailures: family({
    name: 'llm_gateway_ledger_write_failures_total',
    type: 'counter',
    help: 'Batches the ledger refused; their events are kept and written again.',
    labels: [],
  }),
  ledgerRefused: family({
    name: 'llm_gateway_ledger_refused_events_total',
    type: 'counter',
    help: 'Usage events that the ledger will never take; they are kept in journal/refused.bad.',
    labels: [],
  }),
  reconciliationDriftRequests: family({
    name: 'llm_gateway_reconciliation_drift_requests',
    type: 'gauge',
    help: 'Requests counted in the metrics of this process less those in the ledger or on their way to it: anything but 0 is a fault.',
    labels: [],
  }),
  reconciliationDriftUsd: family({
    name: 'llm_gateway_reconciliation_drift_usd',
    type: 'gauge',
    help: 'Cost counted in the metrics of this process less the cost in the ledger or on its way to it, in US dollars: anything but 0 is a fault.',
    labels: [],
  }),
  storeUp: family({
    name: 'llm_gateway_store_up',
    type: 'gauge',
    help: 'Whether the database takes usage events: 1, else 0.',
    labels: [],
  }),
  databaseConnections: family({
    name: 'llm_gateway_database_connections',
    type: 'gauge',
    help: 'Connections of the database pool; state is active, idle or waiting (asked for and not yet given).',
    labels: ['state'],
  }),
  databaseConnectionsMax: family({
    name: 'llm_gateway_database_connections_max',
    type: 'gauge',
    help: 'Most connections that the database pool opens.',
    labels: [],
  }),
  databaseQueryDuration: family({
    name: 'llm_gateway_database_query_duration_seconds',
    type: 'histogram',
    help: 'Duration of database queries; operation is select, insert, update, delete, other or ledger_write (a whole batch).',
    labels: ['operation'],
    buckets: QUERY_SECONDS,
  }),
  sharedStateUp: family({
    name: 'llm_gateway_shared_state_up',
    type: 'gauge',
    help: 'Whether Redis answers: 1, or 0 while governance.redis_down applies. No series without REDIS_URL.',
    labels: [],
  }),
  sharedStateFallbacks: family({
    name: 'llm_gateway_shared_state_fallbacks_total',
    type: 'counter',
    help: 'Requests whose limits were decided without Redis, as governance.redis_down says.',
    labels: [],
  }),
  configReloads: family({
    name: 'llm_gateway_config_reloads_total',
    type: 'counter',
    help: 'Changed configurations that were put into force (success) or refused (failure).',
    labels: ['result'],
  }),
  labelValues: family({
    name: 'llm_gateway_metrics_label_values',
    type: 'gauge',
    help: 'Distinct values that a label has had; metrics.max_label_values bounds it.',
    labels: ['label'],
  }),
  labelOverflows: family({
    name: 'llm_gateway_metrics_label_overflows_total',
    type: 'counter',
    help: 'Observations whose label value became other, as its label had had metrics.max_label_values different ones.',
    labels: ['label'],
  }),
  alertsReceived: family({
    name: 'llm_gateway_alerts_received_total',
    type: 'counter',
    help: 'Alerts taken by the webhook relay; status is firing or resolved.',
    labels: ['severity', 'status'],
  }),
  buildInfo: family({
    name: 'llm_gateway_build_info',
    type: 'gauge',
    help: 'Always 1; the version is in its labels.',
    labels: ['version', 'node_version'],
  }),
} as const;
