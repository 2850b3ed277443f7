import { type Kysely, Migrator } from 'kysely';

import { requests } from './migrations/0001_requests.js';

/** Brings a ledger to the newest layout. @throws when a migration fails; what it had done is rolled back. */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ '0001_requests': requests }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw error;
  }
}
