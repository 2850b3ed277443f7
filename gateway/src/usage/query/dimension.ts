import type { UsageGrouping } from '@llm-gateway/catalogue';
import { type RawBuilder, sql } from 'kysely';

import type { StoreDialect } from '../../store/store.js';
import { LONGEST_TAG, cutTag } from '../rollup.js';
import { columnOf, type Source } from './source.js';

/** Columns of requests that may be null; those of rollups never are. */
const NULLABLE: ReadonlySet<string> = new Set([
  'team',
  'user',
  'feature',
  'environment',
  'provider',
  'served_model',
  'deployment',
  'error_type',
]);

/** Columns that rollups keep only the beginning of. */
const CUT: ReadonlySet<string> = new Set(['feature', 'environment']);

/** SQL for the value of a dimension as text; empty where it is not known. */
export function dimensionText(name: UsageGrouping, source: Source, dialect: StoreDialect): RawBuilder<string> {
  const column = columnOf(name);
  if (column.startsWith('tag:')) {
    return tagText(column.slice('tag:'.length), dialect);
  }
  if (column === 'streaming') {
    return sql`case streaming when 1 then 'true' else 'false' end`;
  }
  const text = sql.ref<string>(column);
  if (source.grainMs !== undefined || !NULLABLE.has(column)) {
    return sql`${text}`;
  }
  const known = sql<string>`coalesce(${text}, '')`;
  return CUT.has(column) ? sql`substr(${known}, 1, ${sql.lit(LONGEST_TAG)})` : known;
}

/** SQL for requests having one of the values of a dimension; the empty string for those of which it is not known. */
export function hasValue(
  name: UsageGrouping,
  values: readonly string[],
  source: Source,
  dialect: StoreDialect
): RawBuilder<boolean> {
  const column = columnOf(name);
  if (column.startsWith('tag:')) {
    return anyOf(values.map((value) => hasTag(column.slice('tag:'.length), value, dialect)));
  }
  if (column === 'streaming') {
    return sql`streaming in (${sql.join(values.map((value) => (value === 'true' ? 1 : 0)))})`;
  }
  const text = sql.ref<string>(column);
  const cut = source.grainMs !== undefined && CUT.has(column);
  const isOne = sql<boolean>`${text} in (${sql.join(cut ? values.map(cutTag) : values)})`;
  const mayBeNull = source.grainMs === undefined && NULLABLE.has(column) && values.includes('');
  return mayBeNull ? anyOf([isOne, sql`${text} is null`]) : isOne;
}

function tagText(name: string, dialect: StoreDialect): RawBuilder<string> {
  return dialect === 'postgres'
    ? sql`coalesce(tags::jsonb ->> ${name}, '')`
    : // Not a JSON path, in which some names would mean something else.
      sql`coalesce((select value from json_each(tags) where json_each.key = ${name}), '')`;
}

/**
 * Tags are written by JSON.stringify as an object of strings. In it, a name and value with their quotes are found
 * nowhere else: quotes inside of strings are escaped. So the JSON of a row need not be parsed.
 */
function hasTag(name: string, value: string, dialect: StoreDialect): RawBuilder<boolean> {
  const find = sql.raw(dialect === 'postgres' ? 'strpos' : 'instr');
  const contains = (text: string): RawBuilder<boolean> => sql`${find}(tags, ${text}) > 0`;
  const written = `${JSON.stringify(name)}:`;
  return value === ''
    ? sql`(tags is null or not ${contains(written)} or ${contains(`${written}""`)})`
    : contains(`${written}${JSON.stringify(value)}`);
}

function anyOf(tests: ReadonlyArray<RawBuilder<boolean>>): RawBuilder<boolean> {
  return sql`(${sql.join([...tests], sql` or `)})`;
}
