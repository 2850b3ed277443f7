import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

import type { Mutex } from './mutex.js';
import type { SqliteRunner } from './runner.js';

/** Kysely over one connection, wherever it runs; a transaction has it for itself. @param mutex of that connection */
export function sqliteDialect(runner: SqliteRunner, mutex: Mutex): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => createDriver(runner, mutex),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite can undo a change of layout; Kysely, made for any file of it, does not count on that. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function createDriver(runner: SqliteRunner, mutex: Mutex): Driver {
  const connection = connect(runner);
  let release: () => void = () => undefined;
  const run = async (sql: string): Promise<void> => void (await connection.executeQuery(CompiledQuery.raw(sql)));
  return {
    init: async () => undefined,
    async acquireConnection() {
      release = await mutex.lock();
      return connection;
    },
    releaseConnection: async () => release(),
    // A transaction that reads first and writes later would fail at once where another connection wrote in between.
    beginTransaction: (_connection, { accessMode }) => run(accessMode === 'read only' ? 'begin' : 'begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    destroy: () => runner.close(),
  };
}

function connect(runner: SqliteRunner): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, changes } = await runner.run(sql, parameters);
      return {
        rows: rows as Row[],
        ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }),
      };
    },
    async *streamQuery() {
      throw new Error('A query of SQLite cannot be streamed.');
    },
  };
}
