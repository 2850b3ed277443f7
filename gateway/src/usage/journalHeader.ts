import { LINE_COLUMNS } from './row.js';

/** Opens every segment of the journal: it names the columns of its lines, so that a version with others can read it. */
export const HEADER = `${JSON.stringify({ journal: 1, columns: LINE_COLUMNS })}\n`;

/** Columns that a header names; undefined where the line is no header. */
export function columnsOf(header: string): readonly string[] | undefined {
  const parsed = parse(header) as { readonly columns?: unknown } | null | undefined;
  return Array.isArray(parsed?.columns) ? (parsed.columns as readonly string[]) : undefined;
}

/** A line of other columns as one of today's: a column that it lacks is null. What is no line is left as it is. */
export function translate(line: string, columns: readonly string[]): string {
  const values = parse(line);
  if (!Array.isArray(values)) {
    return line;
  }
  const byColumn = new Map(columns.map((column, at) => [column, values[at] as unknown]));
  return JSON.stringify([...LINE_COLUMNS.map((column) => byColumn.get(column)), ...values.slice(columns.length)]);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
