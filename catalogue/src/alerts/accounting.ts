import { occurrences } from '../expressions/occurrences.js';
import { native } from '../metrics/native.js';
import type { AlertRule } from './rule.js';

const group = 'llm-gateway-accounting';
const topic = 'ledger';

export const storeDown: AlertRule = {
  name: 'LLMGatewayStoreDown',
  uid: 'llm-gateway-store-down',
  group,
  topic,
  severity: 'critical',
  expr: native.storeUp.name,
  threshold: { is: 'below', value: 1, unit: 'state' },
  for: '1m',
  condition: 'The database does not take usage events.',
  summary: 'The database of LLM Gateway {{ $labels.instance }} is down',
  description:
    'Usage waits in the journal; nothing is lost. Known keys go on working, unknown ones get 503; requests are refused once ledger.max_pending events wait.',
  noData: 'ok',
  runbook: {
    means:
      'Clients notice nothing at first: usage is kept in the journal, and keys are in memory. Pages and usage queries show nothing. When `ledger.max_pending` events wait, requests are refused.',
    checks: [
      'Is PostgreSQL there? `pg_isready -d "$DATABASE_URL"`, `docker compose ps postgres`, or `llm-gateway doctor`.',
      'What does the gateway say? Its log, and `GET /api/v1/events?type=store_down`: the reason.',
      'How long will it hold? `llm_gateway_ledger_pending_events` beside `ledger.max_pending` (200,000), and free space for `llm_gateway_ledger_journal_bytes`.',
    ],
    causes: [
      'PostgreSQL restarts, fails over or is out of connections.',
      'Its disk is full; of SQLite: the data directory’s.',
      'The password or the network changed.',
    ],
  },
};

export const ledgerLag: AlertRule = {
  name: 'LLMGatewayLedgerLag',
  uid: 'llm-gateway-ledger-lag',
  group,
  topic,
  severity: 'warning',
  expr: native.ledgerLag.name,
  threshold: { is: 'above', value: 30, unit: 'seconds' },
  for: '1m',
  condition: 'The oldest usage event that is not in the ledger yet is older than 30 s.',
  summary: 'The ledger of LLM Gateway {{ $labels.instance }} lags behind',
  description:
    'Usage waits in the journal, as the database does not take it. Nothing is lost, but costs are shown late; requests are refused once ledger.max_pending events wait.',
  noData: 'ok',
  runbook: {
    means: 'Spending on the pages is behind the truth. Budgets and limits are not: they count by themselves.',
    checks: [
      'Does it grow? `llm_gateway_ledger_pending_events` and `rate(llm_gateway_ledger_written_events_total[5m])`.',
      'Are batches refused (`rate(llm_gateway_ledger_write_failures_total[5m])`), or slow (`llm_gateway_database_query_duration_seconds` with `operation="ledger_write"`)?',
      'The database’s own state: locks, disk, CPU; LLMGatewaySlowDatabaseQueries.',
    ],
    causes: [
      'The database is down (LLMGatewayStoreDown) or slow.',
      'A long transaction or a lock, e.g. a migration or a large export.',
      'More requests than the database writes.',
    ],
  },
};

export const ledgerRefused: AlertRule = {
  name: 'LLMGatewayLedgerRefused',
  uid: 'llm-gateway-ledger-refused',
  group,
  topic,
  severity: 'critical',
  expr: occurrences(native.ledgerRefused, { by: ['cluster', 'instance'], window: '1h' }),
  threshold: { is: 'above', value: 0, unit: 'events' },
  for: '1m',
  condition: 'Within the last hour there were usage events that the ledger will never take.',
  summary: 'The ledger of LLM Gateway {{ $labels.instance }} refuses usage events',
  description: '{{ $value | humanize }} events are kept in journal/refused.bad and are missing from the ledger.',
  noData: 'ok',
  runbook: {
    means:
      'The ledger’s sums are too low by these events. They are kept in the data directory, in `journal/refused.bad`.',
    checks: [
      'Read them: one JSON object a line. What do they have in common (a model, a tag, a figure that is no number)?',
      'The gateway’s log has the database’s reason with each.',
      'Is the disk healthy, and did somebody change the database by hand?',
    ],
    causes: [
      'A fault of the gateway: please report it with one line of the file (it holds no prompt and no secret).',
      'A database that was changed by hand.',
      'A damaged disk.',
    ],
  },
};

export const reconciliationDrift: AlertRule = {
  name: 'LLMGatewayReconciliationDrift',
  uid: 'llm-gateway-reconciliation-drift',
  group,
  topic,
  severity: 'warning',
  expr: `abs(${native.reconciliationDriftRequests.name})`,
  threshold: { is: 'above', value: 0, unit: 'requests' },
  for: '5m',
  condition: 'Metrics and ledger do not count the same number of requests.',
  summary: 'Metrics and ledger of LLM Gateway {{ $labels.instance }} disagree',
  description: 'They differ by {{ $value }} requests: dashboards and usage figures do not tell the same.',
  noData: 'ok',
  runbook: {
    means: 'Dashboards (Prometheus) and pages (ledger) show different numbers for the same time. One of them is wrong.',
    checks: [
      'Which way? `llm_gateway_reconciliation_drift_requests` above 0: the metrics have more, the ledger lacks events.',
      'Does it grow with each request, or did it jump once (with a restart, an outage of the database)?',
      'LLMGatewayLedgerRefused, and the size of `journal/` in the data directory.',
    ],
    causes: [
      'Events that the ledger refused.',
      'Rows that somebody deleted or added by hand.',
      'A fault of the gateway: please report it.',
    ],
  },
};

export const reconciliationDriftCost: AlertRule = {
  name: 'LLMGatewayReconciliationDriftCost',
  uid: 'llm-gateway-reconciliation-drift-cost',
  group,
  topic,
  severity: 'warning',
  expr: `abs(${native.reconciliationDriftUsd.name})`,
  // A thousandth of the smallest price of a million tokens.
  threshold: { is: 'above', value: 0.000001, unit: 'dollars' },
  for: '5m',
  condition: 'Metrics and ledger do not have the same cost.',
  summary: 'Cost in metrics and ledger of LLM Gateway {{ $labels.instance }} disagrees',
  description: 'They differ by {{ $value | printf "%.6f" }} US dollars.',
  noData: 'ok',
  runbook: {
    means: 'Dashboards and pages show different costs for the same time. The ledger is the one to bill by.',
    checks: [
      'Do the requests agree (LLMGatewayReconciliationDrift)? Then only prices differ, else events are missing.',
      'When did it begin? `llm_gateway_reconciliation_drift_usd` over a day; beside restarts and reloads.',
      '`GET /api/v1/usage?group_by=model` beside `sum by (model) (increase(llm_gateway_cost_usd_total[1h]))`: which model differs?',
    ],
    causes: [
      'Events that the ledger refused.',
      'Rows that were changed by hand, e.g. costs corrected afterwards.',
      'A fault of the gateway: please report it.',
    ],
  },
};

export const metricsCardinality: AlertRule = {
  name: 'LLMGatewayMetricsCardinality',
  uid: 'llm-gateway-metrics-cardinality',
  group: 'llm-gateway-metrics',
  topic: 'configuration',
  severity: 'warning',
  expr: occurrences(native.labelOverflows, { by: ['cluster', 'instance', 'label'], window: '15m' }),
  threshold: { is: 'above', value: 0, unit: 'values' },
  for: '1m',
  condition: 'Within 15 minutes a label value was counted as `other`, as its label had too many different ones.',
  summary: 'Label {{ $labels.label }} has too many values at LLM Gateway {{ $labels.instance }}',
  description: 'New values of it are counted as other from now on. The ledger still tells them apart.',
  noData: 'ok',
  runbook: {
    means:
      'Metrics no longer tell all teams, keys or models apart; sums stay right. Prometheus is protected, and so is the gateway’s memory.',
    checks: [
      'Which label, and how many? `llm_gateway_metrics_label_values`; the cap is `metrics.max_label_values`.',
      'What are the values? `topk(20, count by (<label>) (llm_gateway_requests_total))`: real ones, or made up by clients?',
      'The ledger has them all: `GET /api/v1/usage?group_by=<label>`.',
    ],
    causes: [
      'Many keys: one for each user or each job. Raise the cap, or switch families off by `metrics.off`.',
      'Tokens (JWT) whose subject is different each time.',
      'Keys that were made and deleted again and again; a restart forgets the old ones.',
    ],
  },
};
