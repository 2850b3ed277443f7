import type { RequestRow } from './requestRow';

/** Newest first, as the ledger has them. */
function newestFirst(a: RequestRow, b: RequestRow): number {
  return b.time - a.time || (a.id < b.id ? 1 : -1);
}

/** Both together, each request once, newest first. */
export function mergeRows(some: readonly RequestRow[], others: readonly RequestRow[]): RequestRow[] {
  const byId = new Map([...some, ...others].map((row) => [row.id, row]));
  return [...byId.values()].sort(newestFirst);
}

/** Whether any request is in both: then nothing lies between them that neither has. */
export function overlap(some: readonly RequestRow[], others: readonly RequestRow[]): boolean {
  const ids = new Set(some.map(({ id }) => id));
  return others.some(({ id }) => ids.has(id));
}
