import type { HourlyRow, HourlyUserRow, RequestRow, RollupSums } from '../store/schema.js';

export interface Rollup {
  /** In the order of their keys, so that two writers of one database never wait for each other in a circle. */
  readonly hourly: readonly HourlyRow[];
  readonly users: readonly HourlyUserRow[];
}

const HOUR_MS = 3_600_000;
/** Longest part of a key that clients choose freely, in UTF-16 code units: PostgreSQL bounds the size of keys. */
export const LONGEST_TAG = 128;

/** What the hourly sums tell apart, besides the hour; writers and readers of them go by these. */
export const HOURLY_DIMENSIONS = [
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
] as const satisfies ReadonlyArray<keyof HourlyRow>;
export const USER_DIMENSIONS = ['user', 'team', 'model'] as const satisfies ReadonlyArray<keyof HourlyUserRow>;

/** Adds up requests by hour and dimensions. */
export function rollUp(rows: readonly RequestRow[]): Rollup {
  const hourly = new Map<string, HourlyRow>();
  const users = new Map<string, HourlyUserRow>();
  for (const row of rows) {
    addTo(hourly, row, hourlyKey(row));
    addTo(users, row, userKey(row));
  }
  return { hourly: inOrder(hourly), users: inOrder(users) };
}

type HourlyKey = Omit<HourlyRow, keyof RollupSums>;
type UserKey = Omit<HourlyUserRow, keyof RollupSums>;

function hourlyKey(row: RequestRow): HourlyKey {
  return {
    hour: row.time - (row.time % HOUR_MS),
    team: row.team ?? '',
    key: row.key,
    model: row.model,
    provider: row.provider ?? '',
    feature: cutTag(row.feature ?? ''),
    environment: cutTag(row.environment ?? ''),
    status: row.status,
    error_type: row.error_type ?? '',
    streaming: row.streaming,
    cache: row.cache,
  };
}

function userKey({ time, user, team, model }: RequestRow): UserKey {
  return { hour: time - (time % HOUR_MS), user: user ?? '', team: team ?? '', model };
}

function addTo<Key extends object>(sums: Map<string, Key & RollupSums>, row: RequestRow, key: Key): void {
  const name = Object.values(key).join(SEPARATOR);
  let sum = sums.get(name);
  if (sum === undefined) {
    sum = { ...key, ...NOTHING };
    sums.set(name, sum);
  }
  add(sum, row);
}

/** In no value: PostgreSQL could not keep it, so none is stored with it. */
const SEPARATOR = '\0';

const NOTHING: Readonly<RollupSums> = {
  requests: 0,
  errors: 0,
  aborted: 0,
  input_tokens: 0,
  cached_input_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: 0,
  reasoning_tokens: 0,
  cost_nano_usd: 0,
  saved_nano_usd: 0,
  unpriced: 0,
  duration_ms: 0,
  first_token_ms: 0,
  first_tokens: 0,
};

/** Names of the sums. */
export const SUMS = Object.keys(NOTHING) as ReadonlyArray<keyof RollupSums>;

function add(sum: RollupSums, row: RequestRow): void {
  sum.requests += 1;
  sum.errors += row.status === 'error' ? 1 : 0;
  sum.aborted += row.status === 'aborted' ? 1 : 0;
  sum.input_tokens += row.input_tokens;
  sum.cached_input_tokens += row.cached_input_tokens;
  sum.cache_write_tokens += row.cache_write_5m_tokens + row.cache_write_1h_tokens;
  sum.output_tokens += row.output_tokens;
  sum.reasoning_tokens += row.reasoning_tokens;
  sum.cost_nano_usd += row.cost_nano_usd ?? 0;
  sum.saved_nano_usd += row.saved_nano_usd;
  sum.unpriced += row.unpriced;
  sum.duration_ms += row.duration_ms;
  sum.first_token_ms += row.first_token_ms ?? 0;
  sum.first_tokens += row.first_token_ms === null ? 0 : 1;
}

function inOrder<Row>(sums: ReadonlyMap<string, Row>): Row[] {
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Cut between characters: half of a surrogate pair cannot be stored. */
export function cutTag(text: string): string {
  return text.length <= LONGEST_TAG ? text : Buffer.from(text.slice(0, LONGEST_TAG)).toString();
}
