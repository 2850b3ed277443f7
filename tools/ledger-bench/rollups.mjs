// The hourly sums of requests that are there already, as gateway/src/usage/rollupWrite.ts keeps them row by row.
const SUMS = {
  requests: 'count(*)',
  errors: "sum(case status when 'error' then 1 else 0 end)",
  aborted: "sum(case status when 'aborted' then 1 else 0 end)",
  input_tokens: 'sum(input_tokens)',
  cached_input_tokens: 'sum(cached_input_tokens)',
  cache_write_tokens: 'sum(cache_write_5m_tokens + cache_write_1h_tokens)',
  output_tokens: 'sum(output_tokens)',
  reasoning_tokens: 'sum(reasoning_tokens)',
  cost_nano_usd: 'coalesce(sum(cost_nano_usd), 0)',
  saved_nano_usd: 'sum(saved_nano_usd)',
  unpriced: 'sum(unpriced)',
  duration_ms: 'sum(duration_ms)',
  first_token_ms: 'coalesce(sum(first_token_ms), 0)',
  first_tokens: 'count(first_token_ms)',
};

/** @param {string} table @param {string[]} dimensions */
function rollup(table, dimensions) {
  const names = ['hour', ...dimensions, ...Object.keys(SUMS)].map((name) => `"${name}"`).join(', ');
  const values = dimensions.map((name) => (name === 'streaming' ? name : `coalesce("${name}", '')`));
  const groups = Array.from({ length: dimensions.length + 1 }, (_, index) => index + 1).join(', ');
  return `insert into ${table} (${names})
    select time - time % 3600000, ${[...values, ...Object.values(SUMS)].join(', ')} from requests
    group by ${groups} order by ${groups}`;
}

export const rollupStatements = [
  rollup('usage_hourly', [
    'team',
    'key',
    'model',
    'provider',
    'feature',
    'environment',
    'status',
    'error_type',
    'streaming',
    'cache',
  ]),
  rollup('usage_hourly_users', ['user', 'team', 'model']),
];
