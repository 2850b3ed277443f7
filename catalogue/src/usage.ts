/** What a usage query can be grouped by: the ledger's dimensions. */
export const USAGE_DIMENSIONS = [
  'model',
  'provider',
  'key',
  'team',
  'user',
  'status',
  'error_type',
  'streaming',
] as const;
export type UsageDimension = (typeof USAGE_DIMENSIONS)[number];

/** What a usage query answers for each group; `unit` is Grafana's unit id. */
export const USAGE_MEASURES = [
  { name: 'requests', label: 'Requests', unit: 'short' },
  { name: 'errors', label: 'Errors', unit: 'short' },
  { name: 'aborted', label: 'Aborted', unit: 'short' },
  { name: 'input_tokens', label: 'Input tokens', unit: 'short' },
  { name: 'cached_input_tokens', label: 'Cached input tokens', unit: 'short' },
  { name: 'output_tokens', label: 'Output tokens', unit: 'short' },
  { name: 'reasoning_tokens', label: 'Reasoning tokens', unit: 'short' },
  { name: 'total_tokens', label: 'Total tokens', unit: 'short' },
  { name: 'cost_usd', label: 'Cost', unit: 'currencyUSD' },
  { name: 'unpriced_requests', label: 'Unpriced requests', unit: 'short' },
] as const;
export type UsageMeasure = (typeof USAGE_MEASURES)[number]['name'];
