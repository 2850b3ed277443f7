import { CompiledQuery, type Transaction } from 'kysely';

import type { StoreSchema } from '../store/schema.js';
import type { StoreDialect } from '../store/store.js';
import { LINE_COLUMNS, type RequestValues } from './row.js';

/** Rows of one statement: what is fastest. PostgreSQL, which is asked over a network, takes 65,535 values. */
const MOST_ROWS = { sqlite: 8, postgres: 500 } as const;

interface StoredCost {
  readonly id: string;
  readonly cost_nano_usd: number | null;
}

/** Texts of statements by dialect and number of rows: composing one anew costs as much as writing its rows. */
const texts = new Map<string, string>();

/**
 * Inserts requests; one that is there already is left alone.
 * @returns by id of those that were not, the nano-dollars that the store has for them.
 */
export async function insertRequests(
  transaction: Transaction<StoreSchema>,
  dialect: StoreDialect,
  rows: readonly RequestValues[]
): Promise<ReadonlyMap<string, number>> {
  const inserted = new Map<string, number>();
  const most = MOST_ROWS[dialect];
  for (let at = 0; at < rows.length; at += most) {
    const count = Math.min(most, rows.length - at);
    const values: unknown[] = [];
    for (let row = at; row < at + count; row++) {
      values.push(...(rows[row] as RequestValues));
    }
    const query = CompiledQuery.raw(textFor(dialect, count), values);
    const result = await transaction.executeQuery<StoredCost>(query);
    result.rows.forEach(({ id, cost_nano_usd: cost }) => inserted.set(id, cost ?? 0));
  }
  return inserted;
}

function textFor(dialect: StoreDialect, rows: number): string {
  const name = `${dialect} ${rows}`;
  let text = texts.get(name);
  if (text === undefined) {
    const columns = LINE_COLUMNS.map((column) => `"${column}"`).join(', ');
    const row = (at: number) =>
      LINE_COLUMNS.map((_, column) => placeholder(dialect, at * LINE_COLUMNS.length + column));
    const values = Array.from({ length: rows }, (_, at) => `(${row(at).join(', ')})`).join(', ');
    text = `insert into requests (${columns}) values ${values} on conflict do nothing returning id, cost_nano_usd`;
    texts.set(name, text);
  }
  return text;
}

function placeholder(dialect: StoreDialect, at: number): string {
  return dialect === 'postgres' ? `$${at + 1}` : '?';
}
