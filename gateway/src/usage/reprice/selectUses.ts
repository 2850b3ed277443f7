import { type RawBuilder, sql } from 'kysely';

import type { Store } from '../../store/store.js';
import type { TokenUsage } from '../event.js';
import { dimensionText } from '../query/dimension.js';
import type { SqlRow } from '../query/group.js';
import { REQUESTS } from '../query/source.js';
import { type UsageFilters, rowsOf } from '../query/statement.js';
import type { TimeRange } from '../query/timeRange.js';

export interface UsesQuery extends TimeRange {
  readonly filters: UsageFilters;
  /** Sizes of the input that uses are told apart by, rising. */
  readonly steps: readonly number[];
}

/** Requests that used something and are alike in all that a price goes by, added up. */
export interface Uses {
  /** The configured model asked for. */
  readonly model: string;
  readonly provider: string;
  /** What the provider calls the model, as the deployment has it; empty where none answered. */
  readonly providerModel: string;
  readonly batch: boolean;
  readonly unpriced: boolean;
  /** The least input tokens that any of them can have had. */
  readonly leastInput: number;
  readonly requests: number;
  /** 0 where they are unpriced. */
  readonly costNanoUsd: number;
  readonly tokens: TokenUsage;
}

/** Amounts that are added up, and what `TokenUsage` calls them. */
const AMOUNTS = {
  input: 'input_tokens',
  cachedInput: 'cached_input_tokens',
  cacheWrite5m: 'cache_write_5m_tokens',
  cacheWrite1h: 'cache_write_1h_tokens',
  audioInput: 'audio_input_tokens',
  cachedAudioInput: 'cached_audio_input_tokens',
  imageInput: 'image_input_tokens',
  output: 'output_tokens',
  reasoning: 'reasoning_tokens',
  audioOutput: 'audio_output_tokens',
  imageOutput: 'image_output_tokens',
  images: 'images',
  characters: 'characters',
  audioSeconds: 'audio_seconds',
} as const satisfies Partial<Record<keyof TokenUsage, string>>;

/** What answers out of our own cache used was used by none of these requests: they are left out. */
export async function selectUses(
  { db, dialect }: Pick<Store, 'db' | 'dialect'>,
  { steps, ...range }: UsesQuery
): Promise<readonly Uses[]> {
  const grouping = { ...range, groupBy: [], bucket: undefined };
  const text = (name: 'model' | 'provider' | 'deployment') => dimensionText(name, REQUESTS, dialect);
  const columns = [
    sql`${text('model')} as model`,
    sql`${text('provider')} as provider`,
    sql`${text('deployment')} as deployment`,
    sql`batch as batch`,
    sql`unpriced as unpriced`,
    sql`${stepOf(steps)} as step`,
    // Not part of a use, but what is priced by tokens is priced apart from what has none.
    sql`case when input_tokens > 0 or output_tokens > 0 then 1 else 0 end as has_tokens`,
    sql`count(*) as requests`,
    sql`coalesce(sum(cost_nano_usd), 0) as cost_nano_usd`,
    ...Object.values(AMOUNTS).map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(`sum_${name}`)}`),
  ];
  const used = sql`(cost_nano_usd is not null or unpriced = 1) and cache <> 'hit'`;
  const rows = rowsOf({ source: REQUESTS, range }, grouping, dialect);
  const statement = sql<SqlRow>`select ${sql.join(columns)} from ${rows} and ${used} group by 1, 2, 3, 4, 5, 6, 7`;
  return (await statement.execute(db)).rows.map((row) => toUses(row, steps));
}

/** SQL for how many of the steps the input of a request is above. */
function stepOf(steps: readonly number[]): RawBuilder<number> {
  const above = steps.map((size) => sql`case when input_tokens > ${sql.lit(size)} then 1 else 0 end`);
  return above.length === 0 ? sql`0` : sql`(${sql.join(above, sql` + `)})`;
}

function toUses(row: SqlRow, steps: readonly number[]): Uses {
  const step = Number(row['step']);
  const provider = String(row['provider']);
  const sums = Object.entries(AMOUNTS).map(([name, column]) => [name, Number(row[`sum_${column}`])]);
  return {
    model: String(row['model']),
    provider,
    // A deployment is called provider/model.
    providerModel: String(row['deployment']).slice(provider.length + 1),
    batch: Number(row['batch']) === 1,
    unpriced: Number(row['unpriced']) === 1,
    leastInput: step === 0 ? 0 : (steps[step - 1] ?? 0) + 1,
    requests: Number(row['requests']),
    costNanoUsd: Number(row['cost_nano_usd']),
    tokens: { ...Object.fromEntries(sums), source: 'provider' } as TokenUsage,
  };
}
