import { ledgerFamilies } from '@llm-gateway/catalogue';
import { type Transaction, sql } from 'kysely';

import type { DurationTotalRow, RequestRow, StoreSchema, UsageTotalRow } from '../../store/schema.js';

/** In milliseconds, ascending. */
const BOUNDS_MS = ledgerFamilies.responseTime.buckets?.map((seconds) => Math.round(seconds * 1_000)) ?? [];
/** Of durations above the last bound. */
const BEYOND = 0;

/** Adds requests to the totals that no retention takes from, in the transaction that wrote them. */
export async function addToTotals(
  transaction: Transaction<StoreSchema>,
  rows: readonly RequestRow[],
  now: number
): Promise<void> {
  await transaction
    .insertInto('usage_totals')
    .values(usageTotals(rows, now))
    .onConflict((conflict) =>
      conflict.columns(['team', 'model']).doUpdateSet({
        requests: sql`usage_totals.requests + excluded.requests`,
        errors: sql`usage_totals.errors + excluded.errors`,
        cost_nano_usd: sql`usage_totals.cost_nano_usd + excluded.cost_nano_usd`,
      })
    )
    .execute();
  await transaction
    .insertInto('duration_totals')
    .values(durationTotals(rows))
    .onConflict((conflict) =>
      conflict.columns(['model', 'up_to_ms']).doUpdateSet({
        requests: sql`duration_totals.requests + excluded.requests`,
        duration_ms: sql`duration_totals.duration_ms + excluded.duration_ms`,
      })
    )
    .execute();
}

function usageTotals(rows: readonly RequestRow[], now: number): UsageTotalRow[] {
  const totals = new Map<string, UsageTotalRow>();
  for (const { team, model, status, cost_nano_usd: cost } of rows) {
    const none = { team: team ?? '', model, since: now, requests: 0, errors: 0, cost_nano_usd: 0 };
    const total = entry(totals, `${none.team}\0${model}`, none);
    total.requests += 1;
    total.errors += status === 'error' ? 1 : 0;
    total.cost_nano_usd += cost ?? 0;
  }
  return inOrder(totals);
}

function durationTotals(rows: readonly RequestRow[]): DurationTotalRow[] {
  const totals = new Map<string, DurationTotalRow>();
  for (const { model, duration_ms: duration } of rows) {
    const bound = BOUNDS_MS.find((upTo) => duration <= upTo) ?? BEYOND;
    const none = { model, up_to_ms: bound, requests: 0, duration_ms: 0 };
    const total = entry(totals, `${model}\0${bound}`, none);
    total.requests += 1;
    total.duration_ms += duration;
  }
  return inOrder(totals);
}

function entry<Row>(rows: Map<string, Row>, key: string, none: Row): Row {
  const row = rows.get(key) ?? none;
  rows.set(key, row);
  return row;
}

/** So that two writers of one database never wait for each other in a circle. */
function inOrder<Row>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
