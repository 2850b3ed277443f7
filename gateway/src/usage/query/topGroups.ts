import type { UsageMeasure } from '@llm-gateway/catalogue';
import { type RawBuilder, sql } from 'kysely';

import type { Store, StoreDialect } from '../../store/store.js';
import { groupOf, type SqlRow } from './group.js';
import { isQuantile, quantileStatement } from './quantiles.js';
import { type Grouping, sumsStatement, valueNames } from './statement.js';
import { FORMULAS, sumsFor } from './sums.js';

export interface TopGroups {
  /** The values of each. */
  readonly keys: ReadonlyArray<readonly string[]>;
  /** How many groups there are, these included. */
  readonly count: number;
}

/** The groups with most of a measure over the whole range, whatever their buckets. */
export async function selectTopGroups(
  { db, dialect }: Pick<Store, 'db' | 'dialect'>,
  { orderBy, limit, ...query }: Grouping & { readonly orderBy: UsageMeasure; readonly limit: number }
): Promise<TopGroups> {
  const grouping = { ...query, bucket: undefined };
  const names = valueNames(grouping).map((name) => sql.ref(name));
  const { rows } = await sql<SqlRow>`
    select ${sql.join([...names, sql`count(*) over () as group_count`])}
    from (${ranking(grouping, orderBy, dialect)}) as ranking
    order by ${sql.join([sql`rank desc`, sql`ties desc`, ...names])} limit ${sql.lit(limit)}`.execute(db);
  return {
    keys: rows.map((row) => groupOf(row, grouping).values),
    count: Number(rows[0]?.['group_count'] ?? 0),
  };
}

/** SQL for groups with what they are ranked by. */
function ranking(grouping: Grouping, orderBy: UsageMeasure, dialect: StoreDialect): RawBuilder<unknown> {
  return isQuantile(orderBy)
    ? sql`select *, ${sql.ref(orderBy)} as rank, 0 as ties from (${quantileStatement(grouping, [orderBy], dialect)}) as q`
    : sql`select *, ${sql.raw(FORMULAS[orderBy].sql)} as rank, requests as ties
        from (${sumsStatement(grouping, sumsFor([orderBy]), dialect)}) as s`;
}
