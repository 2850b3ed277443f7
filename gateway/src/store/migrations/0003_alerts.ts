import type { Kysely, Migration } from 'kysely';

/** Alerts that Alertmanager and Grafana told of, each once, as it was last. */
export const alerts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('alerts')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('starts_at', 'bigint', (column) => column.notNull())
      .addColumn('ends_at', 'bigint')
      .addColumn('labels', 'text', (column) => column.notNull())
      .addColumn('annotations', 'text', (column) => column.notNull())
      .addColumn('generator_url', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('alerts_received').on('alerts').column('received_at').execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.dropTable('alerts').execute();
  },
};
