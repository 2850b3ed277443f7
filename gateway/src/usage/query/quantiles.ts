import type { UsageMeasure } from '@llm-gateway/catalogue';
import { type RawBuilder, sql } from 'kysely';

import type { Store, StoreDialect } from '../../store/store.js';
import { groupKey, groupOf, type SqlRow } from './group.js';
import { REQUESTS } from './source.js';
import { type Grouping, groupColumns, rowsOf, valueNames } from './statement.js';

const QUANTILES = {
  p50_duration_ms: { column: 'duration_ms', share: 0.5 },
  p95_duration_ms: { column: 'duration_ms', share: 0.95 },
  p99_duration_ms: { column: 'duration_ms', share: 0.99 },
  p95_first_token_ms: { column: 'first_token_ms', share: 0.95 },
} as const;
export type QuantileMeasure = keyof typeof QUANTILES;

/** Values by measure. */
export type QuantileValues = Readonly<Partial<Record<QuantileMeasure, number>>>;

export const isQuantile = (name: UsageMeasure): name is QuantileMeasure => name in QUANTILES;

/** Quantiles of each group, by groupKey; a group without a single value is left out. Reads every request. */
export async function selectQuantiles(
  { db, dialect }: Pick<Store, 'db' | 'dialect'>,
  grouping: Grouping,
  measures: readonly QuantileMeasure[]
): Promise<ReadonlyMap<string, QuantileValues>> {
  const found = new Map<string, QuantileValues>();
  for (const column of new Set(measures.map((name) => QUANTILES[name].column))) {
    const ofColumn = measures.filter((name) => QUANTILES[name].column === column);
    const { rows } = await quantileStatement(grouping, ofColumn, dialect).execute(db);
    for (const row of rows) {
      const key = groupKey(groupOf(row, grouping));
      const values = ofColumn.flatMap((name) => (row[name] === null ? [] : [[name, rounded(Number(row[name]))]]));
      found.set(key, { ...found.get(key), ...Object.fromEntries(values) });
    }
  }
  return found;
}

/**
 * SQL for quantiles of one column by group, as PostgreSQL's percentile_cont defines them: between two values, as far
 * along as the share falls between their ranks.
 */
export function quantileStatement(
  grouping: Grouping,
  measures: readonly QuantileMeasure[],
  dialect: StoreDialect
): RawBuilder<SqlRow> {
  const [first] = measures;
  const column = sql.ref(QUANTILES[first ?? 'p50_duration_ms'].column);
  const { from, to } = grouping;
  const names = [...(grouping.bucket === undefined ? [] : ['bucket']), ...valueNames(grouping)];
  const groups = sql.raw(names.join(', '));
  const values = sql`
    select ${sql.join([...groupColumns(grouping, REQUESTS, dialect), sql`${column} as value`])}
    from ${rowsOf({ source: REQUESTS, range: { from, to } }, grouping, dialect)} and ${column} is not null`;
  const ranked = (): RawBuilder<unknown> => {
    const within = names.length === 0 ? sql`` : sql`partition by ${groups}`;
    const rank = sql`row_number() over (${within} order by value) - 1 as position`;
    return sql`select *, ${rank}, count(*) over (${within}) - 1 as last from (${values}) as grouped`;
  };
  const quantiles = measures.map((name) => sql`${quantile(QUANTILES[name].share, dialect)} as ${sql.ref(name)}`);
  return sql`
    select ${sql.join([...names.map((name) => sql.ref(name)), ...quantiles])}
    from (${dialect === 'postgres' ? values : ranked()}) as ordered
    ${names.length === 0 ? sql`` : sql`group by ${groups}`}`;
}

function quantile(share: number, dialect: StoreDialect): RawBuilder<number> {
  if (dialect === 'postgres') {
    return sql`percentile_cont(${sql.lit(share)}) within group (order by value)`;
  }
  const at = sql`${sql.lit(share)} * last`;
  const lower = sql`max(case when position = cast(${at} as integer) then value end)`;
  const upper = sql`max(case when position = cast(${at} as integer) + 1 then value end)`;
  const along = sql`(max(${at}) - cast(max(${at}) as integer))`;
  return sql`${lower} + (coalesce(${upper}, ${lower}) - ${lower}) * ${along}`;
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1e3) / 1e3;
