import { family } from '../family.js';

const STATE_LABELS = [
  'datname',
  'server',
  'state',
  'usename',
  'application_name',
  'backend_type',
  'wait_event_type',
  'wait_event',
] as const;

/** What we read of prometheus-community/postgres_exporter (0.12 to 0.17). */
export const postgresFamilies = {
  postgresUp: family({
    name: 'pg_up',
    type: 'gauge',
    help: 'Whether the exporter reaches PostgreSQL: 1, else 0.',
    labels: [],
  }),
  postgresConnections: family({
    name: 'pg_stat_activity_count',
    type: 'gauge',
    help: 'Connections in this state.',
    labels: STATE_LABELS,
  }),
  postgresLongestTransaction: family({
    name: 'pg_stat_activity_max_tx_duration',
    type: 'gauge',
    help: 'Age of the oldest transaction in this state, in seconds.',
    labels: STATE_LABELS,
  }),
  postgresConnectionsMax: family({
    name: 'pg_settings_max_connections',
    type: 'gauge',
    help: 'Most connections that PostgreSQL takes.',
    labels: ['server'],
  }),
  postgresConnectionsReserved: family({
    name: 'pg_settings_superuser_reserved_connections',
    type: 'gauge',
    help: 'Those of them that are for superusers only.',
    labels: ['server'],
  }),
  postgresCommits: family({
    name: 'pg_stat_database_xact_commit',
    type: 'counter',
    help: 'Transactions that were committed.',
    labels: ['datid', 'datname', 'server'],
  }),
  postgresRollbacks: family({
    name: 'pg_stat_database_xact_rollback',
    type: 'counter',
    help: 'Transactions that were rolled back.',
    labels: ['datid', 'datname', 'server'],
  }),
} as const;
