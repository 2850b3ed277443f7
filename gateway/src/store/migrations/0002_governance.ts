import type { Kysely, Migration } from 'kysely';

import type { StoreDialect } from '../store.js';
import { requests } from './0001_requests.js';
import { fromFirstLayout, toFirstLayout } from './0002/copy.js';
import { createManagedTables } from './0002/managedTables.js';
import { createRequestTables } from './0002/requestTables.js';
import { createRollups } from './0002/rollups.js';

const TABLES = [
  'attempts',
  'contents',
  'usage_hourly',
  'usage_hourly_users',
  'objects',
  'audit_log',
  'events',
  'budget_notices',
  'webhook_deliveries',
];

/** Requests by time with attempts, contents and hourly sums beside them, and what the admin API manages. */
export const governance = (dialect: StoreDialect): Migration => ({
  async up(db: Kysely<unknown>) {
    await setFirstLayoutAside(db);
    await createRequestTables(db, dialect);
    await createRollups(db, dialect);
    await createManagedTables(db);
    await fromFirstLayout(db, dialect);
    await db.schema.dropTable('requests_aside').execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.alterTable('requests').renameTo('requests_aside').execute();
    await requests.up(db);
    await toFirstLayout(db, dialect);
    for (const table of ['requests_aside', ...TABLES]) {
      await db.schema.dropTable(table).execute();
    }
  },
});

async function setFirstLayoutAside(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('requests_time').execute();
  await db.schema.alterTable('requests').renameTo('requests_aside').execute();
}
