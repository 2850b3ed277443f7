import { Kysely, PostgresDialect } from 'kysely';
import type { Logger } from 'pino';

import { migrate } from './migrate.js';
import { makePartitions } from './postgres/partitions.js';
import { untilReachable } from './postgres/untilReachable.js';
import { type QueryTimer, queryLog } from './queryLog.js';
import type { StoreSchema } from './schema.js';
import { sqliteDialect } from './sqlite/dialect.js';
import { runInThread } from './sqlite/inThread.js';
import { createMutex } from './sqlite/mutex.js';
import { runInOwnThread } from './sqlite/ownThread.js';
import type { Store } from './store.js';

export interface StoreOptions {
  /** Of PostgreSQL; without it, the SQLite file is the store. */
  readonly databaseUrl?: string | undefined;
  /** SQLite's file, or `:memory:`. */
  readonly file: string;
  readonly log?: Logger | undefined;
  /** False where SQLite is to run in the calling thread: in threads of their own, and in tests. */
  readonly threads?: boolean | undefined;
  /** False where another connection has brought the store to the newest layout already. */
  readonly migrate?: boolean | undefined;
  /** Most connections to PostgreSQL. */
  readonly connections?: number | undefined;
  /** Longest wait for PostgreSQL to answer, in milliseconds. */
  readonly waitMs?: number | undefined;
  /** Told of each query. */
  readonly onQuery?: QueryTimer | undefined;
}

const CONNECTIONS = 10;
const WAIT_MS = 30_000;
const STATEMENT_TIMEOUT_MS = 30_000;

/** Opens the store and brings it to the newest layout. @throws when it cannot be reached, or a migration fails. */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl === undefined || options.databaseUrl === ''
    ? openSqlite(options)
    : openPostgres(options.databaseUrl, options);
}

async function openSqlite({ file, threads, migrate: migrates, onQuery }: StoreOptions): Promise<Store> {
  const runner = threads === false ? runInThread(file) : runInOwnThread(file);
  const mutex = createMutex();
  const db = new Kysely<StoreSchema>({ dialect: sqliteDialect(runner, mutex), ...queryLog(onQuery) });
  if (migrates !== false) {
    await closingOnError(db, () => migrate(db, 'sqlite'));
  }
  return {
    dialect: 'sqlite',
    db,
    connections() {
      const active = Math.min(1, mutex.size);
      return { active, idle: 1 - active, waiting: mutex.size - active, max: 1 };
    },
    close: () => db.destroy(),
  };
}

async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const { log, connections = CONNECTIONS, waitMs, onQuery } = options;
  // Its client is loaded where it is used, and not with every thread that writes to SQLite.
  const { createPool } = await import('./postgres/pool.js');
  if (options.migrate !== false) {
    // A migration takes as long as there are rows.
    const pool = createPool({ url, size: 2, statementTimeoutMs: 0, log });
    const db = new Kysely<StoreSchema>({ dialect: new PostgresDialect({ pool }) });
    await closingOnError(db, async () => {
      await untilReachable(() => migrate(db, 'postgres'), waitMs ?? WAIT_MS, log);
      await makePartitions(db, Date.now());
    });
    await db.destroy();
  }
  const pool = createPool({ url, size: connections, statementTimeoutMs: STATEMENT_TIMEOUT_MS, log });
  const db = new Kysely<StoreSchema>({ dialect: new PostgresDialect({ pool }), ...queryLog(onQuery) });
  return {
    dialect: 'postgres',
    db,
    connections() {
      const { totalCount, idleCount, waitingCount } = pool;
      return { active: totalCount - idleCount, idle: idleCount, waiting: waitingCount, max: connections };
    },
    close: () => db.destroy(),
  };
}

async function closingOnError(db: Kysely<StoreSchema>, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
