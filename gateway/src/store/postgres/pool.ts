import type { Logger } from 'pino';
import pg from 'pg';

export interface PoolOptions {
  readonly url: string;
  /** Most connections. */
  readonly size: number;
  /** Longest that a statement may take, in milliseconds; 0 for as long as it needs. */
  readonly statementTimeoutMs: number;
  readonly log: Logger | undefined;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Beyond the server's own timeout: for a server that does not answer at all. */
const SILENCE_MS = 5_000;
const IDLE_IN_TRANSACTION_MS = 60_000;

/** Connections to PostgreSQL that give whole numbers as numbers. One that dies is replaced by the next query. */
export function createPool({ url, size, statementTimeoutMs, log }: PoolOptions): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    application_name: 'llm-gateway',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(statementTimeoutMs === 0
      ? {}
      : { statement_timeout: statementTimeoutMs, query_timeout: statementTimeoutMs + SILENCE_MS }),
  });
  const broke = (error: Error): void => log?.warn({ err: error }, 'a connection to PostgreSQL broke');
  // Without a listener, a connection that breaks would end the process: the pool's own is for idle ones only.
  pool.on('error', broke);
  pool.on('connect', (client) => client.on('error', broke));
  return pool;
}
