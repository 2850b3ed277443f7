import type { Kysely } from 'kysely';

import type { StoreSchema } from './schema.js';

export type StoreDialect = 'sqlite' | 'postgres';

/** The store, open and migrated. Queries of SQLite run in a thread of their own: none holds up requests. */
export interface Store {
  readonly dialect: StoreDialect;
  readonly db: Kysely<StoreSchema>;
  close(): Promise<void>;
}
