import type { Kysely } from 'kysely';

import type { StoreSchema } from './schema.js';

export type StoreDialect = 'sqlite' | 'postgres';

/** Connections to the database. */
export interface Connections {
  readonly active: number;
  readonly idle: number;
  /** Asked for and not yet given. */
  readonly waiting: number;
  readonly max: number;
}

/** The store, open and migrated. Queries of SQLite run in a thread of their own: none holds up requests. */
export interface Store {
  readonly dialect: StoreDialect;
  readonly db: Kysely<StoreSchema>;
  readonly connections: () => Connections;
  close(): Promise<void>;
}
