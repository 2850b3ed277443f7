import { CompiledQuery, type Transaction } from 'kysely';

import type { RequestRow, StoreSchema } from '../store/schema.js';
import type { StoreDialect } from '../store/store.js';
import { LINE_COLUMNS } from './row.js';

/** Rows of one statement: PostgreSQL takes 65,535 values, SQLite 32,766. */
const MOST_ROWS = 64;

/** Texts of statements by dialect and number of rows: composing one anew costs as much as writing its rows. */
const texts = new Map<string, string>();

/** Inserts requests; one that is there already is left alone. @returns the ids of those that were not. */
export async function insertRequests(
  transaction: Transaction<StoreSchema>,
  dialect: StoreDialect,
  rows: readonly RequestRow[]
): Promise<ReadonlySet<string>> {
  const inserted = new Set<string>();
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const part = rows.slice(at, at + MOST_ROWS);
    const values = part.flatMap(valuesOf);
    const query = CompiledQuery.raw(textFor(dialect, part.length), values);
    const result = await transaction.executeQuery<{ readonly id: string }>(query);
    result.rows.forEach(({ id }) => inserted.add(id));
  }
  return inserted;
}

function valuesOf(row: RequestRow): unknown[] {
  return LINE_COLUMNS.map((column) => row[column]);
}

function textFor(dialect: StoreDialect, rows: number): string {
  const name = `${dialect} ${rows}`;
  let text = texts.get(name);
  if (text === undefined) {
    const columns = LINE_COLUMNS.map((column) => `"${column}"`).join(', ');
    const row = (at: number) =>
      LINE_COLUMNS.map((_, column) => placeholder(dialect, at * LINE_COLUMNS.length + column));
    const values = Array.from({ length: rows }, (_, at) => `(${row(at).join(', ')})`).join(', ');
    text = `insert into requests (${columns}) values ${values} on conflict do nothing returning id`;
    texts.set(name, text);
  }
  return text;
}

function placeholder(dialect: StoreDialect, at: number): string {
  return dialect === 'postgres' ? `$${at + 1}` : '?';
}
