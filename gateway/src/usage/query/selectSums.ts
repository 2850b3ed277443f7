import { sql } from 'kysely';

import { GatewayError } from '../../errors/gatewayError.js';
import type { Store } from '../../store/store.js';
import { type Group, groupOf, type SqlRow } from './group.js';
import { type Grouping, sumsStatement } from './statement.js';
import type { SumName, Sums } from './sums.js';

export interface SummedGroup extends Group {
  /** Those that were asked for. */
  readonly sums: Sums;
}

/** Most groups of one answer, buckets counted; more would fill the memory, and nobody reads them. */
const MAX_GROUPS = 200_000;

/** Sums of each group, in no order. @throws GatewayError 400 when there are too many groups. */
export async function selectSums(
  { db, dialect }: Pick<Store, 'db' | 'dialect'>,
  grouping: Grouping,
  sums: readonly SumName[]
): Promise<readonly SummedGroup[]> {
  const statement = sumsStatement(grouping, sums, dialect);
  const { rows } = await sql<SqlRow>`${statement} limit ${sql.lit(MAX_GROUPS + 1)}`.execute(db);
  if (rows.length > MAX_GROUPS) {
    throw tooManyGroups();
  }
  return rows.map((row) => ({ ...groupOf(row, grouping), sums: sumsOf(row, sums) }));
}

/** The sums of all groups together. */
export function addUp(groups: readonly SummedGroup[], sums: readonly SumName[]): Sums {
  return Object.fromEntries(
    sums.map((name) => [name, groups.reduce((total, group) => total + group.sums[name], 0)])
  ) as Sums;
}

function sumsOf(row: SqlRow, sums: readonly SumName[]): Sums {
  return Object.fromEntries(sums.map((name) => [name, Number(row[name])])) as Sums;
}

function tooManyGroups(): GatewayError {
  return new GatewayError(
    `group_by gives more than ${MAX_GROUPS} groups. Group by less, take longer buckets or a shorter range, or set a limit.`,
    { status: 400, type: 'invalid_request_error', code: 'too_many_groups', param: 'group_by' }
  );
}
