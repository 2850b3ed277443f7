import type { KyselyConfig, LogEvent } from 'kysely';

export type QueryOperation = 'select' | 'insert' | 'update' | 'delete' | 'other';

/** Told of each query, whatever came of it; in milliseconds, with the wait for a thread or the network. */
export type QueryTimer = (operation: QueryOperation, durationMs: number) => void;

/** Kysely's log as a timer. */
export function queryLog(onQuery: QueryTimer | undefined): Pick<KyselyConfig, 'log'> {
  return onQuery === undefined
    ? {}
    : { log: ({ query, queryDurationMillis }: LogEvent) => onQuery(operationOf(query.sql), queryDurationMillis) };
}

const OPERATION = /^\s*\(?\s*(select|insert|update|delete|with)\b/i;

/** By the first word; one that begins with `with` reads. */
export function operationOf(sql: string): QueryOperation {
  const word = OPERATION.exec(sql)?.[1]?.toLowerCase();
  return word === undefined ? 'other' : word === 'with' ? 'select' : (word as QueryOperation);
}
