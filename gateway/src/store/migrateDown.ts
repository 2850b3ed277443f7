import { migrate } from './migrate.js';
import type { Store } from './store.js';

/** Takes the store back to the layout before the newest. @throws when it fails; what it had done is rolled back. */
export async function migrateDown({ db, dialect }: Store): Promise<void> {
  await migrate(db, dialect, '0001_requests');
}
