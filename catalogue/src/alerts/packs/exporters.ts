import { family } from '../../metrics/family.js';

/** What the packs read of Prometheus itself and of well-known exporters. */
export const packExporters = {
  up: family({
    name: 'up',
    type: 'gauge',
    help: 'Whether Prometheus reaches a target: 1, else 0.',
    labels: ['job'],
  }),
  probeSuccess: family({
    name: 'probe_success',
    type: 'gauge',
    help: 'Whether the blackbox exporter’s probe went well: 1, else 0.',
    labels: ['job'],
  }),
  postgresConnections: family({
    name: 'pg_stat_activity_count',
    type: 'gauge',
    help: 'Connections of PostgreSQL, of the PostgreSQL exporter.',
    labels: ['datname', 'state'],
  }),
  postgresMaxConnections: family({
    name: 'pg_settings_max_connections',
    type: 'gauge',
    help: 'Most connections that PostgreSQL takes, of the PostgreSQL exporter.',
    labels: [],
  }),
  postgresReservedConnections: family({
    name: 'pg_settings_superuser_reserved_connections',
    type: 'gauge',
    help: 'Those of them that are for superusers only, of the PostgreSQL exporter.',
    labels: [],
  }),
} as const;
