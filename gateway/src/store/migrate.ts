import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, type MigrationResultSet, Migrator, NO_MIGRATIONS } from 'kysely';

import { requests } from './migrations/0001_requests.js';
import { governance } from './migrations/0002_governance.js';
import { alerts } from './migrations/0003_alerts.js';
import { usageTotals } from './migrations/0004_usage_totals.js';
import { attemptStarts } from './migrations/0005_attempt_starts.js';
import { operations } from './migrations/0006_operations.js';
import type { StoreDialect } from './store.js';

const NAMES = [
  '0001_requests',
  '0002_governance',
  '0003_alerts',
  '0004_usage_totals',
  '0005_attempt_starts',
  '0006_operations',
] as const;
type MigrationName = (typeof NAMES)[number];

/** What PostgreSQL says where two that start at once collide before Kysely's lock is there. */
const COLLISIONS = new Set(['23505', '42P07', '40P01', '40001', '55P03', 'XX000']);
const TRIES = 10;

/**
 * Brings a store to the newest layout, or to that of a name; `none` removes everything.
 * @throws when a migration fails; what it had done is rolled back.
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  target: MigrationName | 'none' = NAMES[NAMES.length - 1] ?? 'none'
): Promise<void> {
  const migrations = {
    '0001_requests': requests,
    '0002_governance': governance(dialect),
    '0003_alerts': alerts,
    '0004_usage_totals': usageTotals(dialect),
    '0005_attempt_starts': attemptStarts,
    '0006_operations': operations,
  };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  for (let attempt = 1; ; attempt++) {
    const { error }: MigrationResultSet = await migrator.migrateTo(target === 'none' ? NO_MIGRATIONS : target);
    if (error === undefined) {
      return;
    }
    if (attempt === TRIES || !COLLISIONS.has(String((error as NodeJS.ErrnoException).code))) {
      throw error;
    }
    await sleep(attempt * 50);
  }
}
