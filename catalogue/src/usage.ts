/** What a usage query can be grouped by and filtered on: the ledger's dimensions. */
export const USAGE_DIMENSIONS = [
  'model',
  'provider',
  'key',
  'team',
  'user',
  'feature',
  'environment',
  'status',
  'error_type',
  'streaming',
  'cache',
  'served_model',
  'deployment',
  'operation',
] as const;
export type UsageDimension = (typeof USAGE_DIMENSIONS)[number];

/** A dimension, or any tag that requests carry. */
export type UsageGrouping = UsageDimension | `tag:${string}`;

/**
 * What a usage query answers for each group; `unit` is Grafana's unit id. Sums add up over groups; means and quantiles
 * do not, and are null over nothing.
 */
export const USAGE_MEASURES = [
  { name: 'requests', label: 'Requests', unit: 'short', kind: 'sum' },
  { name: 'errors', label: 'Errors', unit: 'short', kind: 'sum' },
  { name: 'aborted', label: 'Aborted', unit: 'short', kind: 'sum' },
  { name: 'input_tokens', label: 'Input tokens', unit: 'short', kind: 'sum' },
  { name: 'cached_input_tokens', label: 'Cached input tokens', unit: 'short', kind: 'sum' },
  { name: 'cache_write_tokens', label: 'Cache write tokens', unit: 'short', kind: 'sum' },
  { name: 'audio_input_tokens', label: 'Audio input tokens', unit: 'short', kind: 'sum' },
  { name: 'output_tokens', label: 'Output tokens', unit: 'short', kind: 'sum' },
  { name: 'reasoning_tokens', label: 'Reasoning tokens', unit: 'short', kind: 'sum' },
  { name: 'audio_output_tokens', label: 'Audio output tokens', unit: 'short', kind: 'sum' },
  { name: 'total_tokens', label: 'Total tokens', unit: 'short', kind: 'sum' },
  { name: 'cost_usd', label: 'Cost', unit: 'currencyUSD', kind: 'sum' },
  { name: 'saved_usd', label: 'Saved by the cache', unit: 'currencyUSD', kind: 'sum' },
  { name: 'unpriced_requests', label: 'Unpriced requests', unit: 'short', kind: 'sum' },
  { name: 'avg_duration_ms', label: 'Mean duration', unit: 'ms', kind: 'mean' },
  { name: 'avg_first_token_ms', label: 'Mean time to first token', unit: 'ms', kind: 'mean' },
  { name: 'p50_duration_ms', label: 'Median duration', unit: 'ms', kind: 'quantile' },
  { name: 'p95_duration_ms', label: 'Duration, 95th percentile', unit: 'ms', kind: 'quantile' },
  { name: 'p99_duration_ms', label: 'Duration, 99th percentile', unit: 'ms', kind: 'quantile' },
  { name: 'p95_first_token_ms', label: 'Time to first token, 95th percentile', unit: 'ms', kind: 'quantile' },
] as const;
export type UsageMeasure = (typeof USAGE_MEASURES)[number]['name'];

/** Measures that only single requests tell, not the sums by hour: answered when asked for, and slower. */
export const REQUEST_MEASURES = [
  'audio_input_tokens',
  'audio_output_tokens',
  'p50_duration_ms',
  'p95_duration_ms',
  'p99_duration_ms',
  'p95_first_token_ms',
] as const satisfies readonly UsageMeasure[];
