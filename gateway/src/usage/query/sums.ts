import type { UsageMeasure } from '@llm-gateway/catalogue';
import { type RawBuilder, sql } from 'kysely';

import type { RollupSums } from '../../store/schema.js';
import type { Source } from './source.js';

/** What is added up; all measures but quantiles follow from these. */
export type SumName = keyof RollupSums | 'audio_input_tokens' | 'audio_output_tokens';
export type Sums = Readonly<Record<SumName, number>>;

/** SQL for each sum over single requests; over rollups it is the sum of the column of that name. */
const OVER_REQUESTS: Readonly<Record<SumName, string>> = {
  requests: 'count(*)',
  errors: "sum(case status when 'error' then 1 else 0 end)",
  aborted: "sum(case status when 'aborted' then 1 else 0 end)",
  input_tokens: 'sum(input_tokens)',
  cached_input_tokens: 'sum(cached_input_tokens)',
  cache_write_tokens: 'sum(cache_write_5m_tokens + cache_write_1h_tokens)',
  audio_input_tokens: 'sum(audio_input_tokens)',
  output_tokens: 'sum(output_tokens)',
  reasoning_tokens: 'sum(reasoning_tokens)',
  audio_output_tokens: 'sum(audio_output_tokens)',
  cost_nano_usd: 'sum(cost_nano_usd)',
  saved_nano_usd: 'sum(saved_nano_usd)',
  unpriced: 'sum(unpriced)',
  duration_ms: 'sum(duration_ms)',
  first_token_ms: 'sum(first_token_ms)',
  first_tokens: 'count(first_token_ms)',
};

/** SQL for a sum, 0 over nothing. */
export function sumOf(name: SumName, source: Source): RawBuilder<number> {
  const sum = source.grainMs === undefined ? OVER_REQUESTS[name] : `sum(${name})`;
  return sql`coalesce(${sql.raw(sum)}, 0)`;
}

/** A measure, written in sums: SQL over columns of their names, and the sums that it takes. */
interface Formula {
  readonly takes: readonly SumName[];
  readonly sql: string;
  /** Null over nothing. */
  readonly of: (sums: Sums) => number | null;
}

const total = (name: SumName, scale = 1): Formula => ({ takes: [name], sql: name, of: (sums) => sums[name] / scale });

const mean = (name: SumName, count: SumName): Formula => ({
  takes: [name, count],
  sql: `coalesce(${name} / nullif(${count}, 0), 0)`,
  // Sums of fractions depend on the order in which they are added; not to the microsecond.
  of: (sums) => (sums[count] === 0 ? null : Math.round((sums[name] / sums[count]) * 1e3) / 1e3),
});

export type SummedMeasure = Exclude<
  UsageMeasure,
  'p50_duration_ms' | 'p95_duration_ms' | 'p99_duration_ms' | 'p95_first_token_ms'
>;

export const FORMULAS: Readonly<Record<SummedMeasure, Formula>> = {
  requests: total('requests'),
  errors: total('errors'),
  aborted: total('aborted'),
  input_tokens: total('input_tokens'),
  cached_input_tokens: total('cached_input_tokens'),
  cache_write_tokens: total('cache_write_tokens'),
  audio_input_tokens: total('audio_input_tokens'),
  output_tokens: total('output_tokens'),
  reasoning_tokens: total('reasoning_tokens'),
  audio_output_tokens: total('audio_output_tokens'),
  total_tokens: {
    takes: ['input_tokens', 'output_tokens'],
    sql: '(input_tokens + output_tokens)',
    of: (sums) => sums.input_tokens + sums.output_tokens,
  },
  cost_usd: total('cost_nano_usd', 1e9),
  saved_usd: total('saved_nano_usd', 1e9),
  unpriced_requests: total('unpriced'),
  avg_duration_ms: mean('duration_ms', 'requests'),
  avg_first_token_ms: mean('first_token_ms', 'first_tokens'),
};

/** The sums that measures take, and those that groups are sorted by. */
export function sumsFor(measures: readonly SummedMeasure[]): readonly SumName[] {
  return [...new Set(['requests', 'cost_nano_usd', ...measures.flatMap((name) => FORMULAS[name].takes)] as SumName[])];
}
