import type { UsageGrouping } from '@llm-gateway/catalogue';
import { sql } from 'kysely';

import type { Store } from '../../store/store.js';
import { hasValue } from './dimension.js';
import { knows, rollupKnowing, type Source } from './source.js';
import type { UsageFilters } from './statement.js';
import { inRange, type TimeRange } from './timeRange.js';

const HOUR_MS = 3_600_000;
/** Length of the newest part that is looked at by itself; each part before it is four times as long. */
const FIRST_PART_MS = 6 * HOUR_MS;
const GROWTH = 4;

/**
 * Where in a range requests may be that pass the filters, newest first: hours of which the rollups say that there are
 * some. So a rare user's requests are found without reading everybody's. Without filters that a rollup knows, it is the
 * range itself.
 */
export async function* likelyHours(
  store: Pick<Store, 'db' | 'dialect'>,
  range: TimeRange,
  filters: UsageFilters
): AsyncGenerator<TimeRange> {
  const rollup = rollupKnowing(Object.keys(filters) as UsageGrouping[]);
  if (rollup === undefined) {
    yield range;
    return;
  }
  for (const part of partsOf(range)) {
    yield* await hoursIn(store, part, filters, rollup);
  }
}

function* partsOf({ from, to }: TimeRange): Generator<TimeRange> {
  let length = FIRST_PART_MS;
  for (let end = to; end > from; length *= GROWTH) {
    const begin = Math.max(from, Math.floor((end - length) / HOUR_MS) * HOUR_MS);
    yield { from: begin, to: end };
    end = begin;
  }
}

async function hoursIn(
  { db, dialect }: Pick<Store, 'db' | 'dialect'>,
  { from, to }: TimeRange,
  filters: UsageFilters,
  rollup: Source
): Promise<readonly TimeRange[]> {
  const known = (Object.entries(filters) as Array<[UsageGrouping, readonly string[]]>).filter(([name]) =>
    knows(rollup, name)
  );
  const tests = [
    inRange({ from: from - (from % HOUR_MS), to }, 'hour'),
    ...known.map(([name, values]) => hasValue(name, values, rollup, dialect)),
  ];
  const { rows } = await sql<{ hour: number }>`
    select distinct hour from ${sql.table(rollup.table)} where ${sql.join(tests, sql` and `)} order by hour desc
  `.execute(db);
  const ranges: TimeRange[] = [];
  for (const { hour } of rows) {
    const last = ranges.at(-1);
    const begin = Math.max(hour, from);
    if (last?.from === hour + HOUR_MS) {
      ranges[ranges.length - 1] = { from: begin, to: last.to };
    } else {
      ranges.push({ from: begin, to: Math.min(hour + HOUR_MS, to) });
    }
  }
  return ranges;
}
