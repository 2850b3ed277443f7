// Made-up but plausible traffic: teams own keys, keys serve a few features, features have a model of choice, users are
// many and unequal, nights are quieter than days.
const TEAMS = 40;
const KEYS = 400;
const USERS = 20_000;
const HOUR = 3_600_000;

/** Models with the shares of their providers, and prices in nano-dollars per token (in, out). */
const MODELS = [
  { name: 'gpt-4o-mini', providers: ['openai', 'azure'], prices: [150, 600] },
  { name: 'gpt-4o', providers: ['openai', 'azure'], prices: [2_500, 10_000] },
  { name: 'gpt-4.1', providers: ['openai'], prices: [2_000, 8_000] },
  { name: 'gpt-4.1-nano', providers: ['openai'], prices: [100, 400] },
  { name: 'o3', providers: ['openai'], prices: [2_000, 8_000] },
  { name: 'claude-sonnet', providers: ['anthropic', 'bedrock'], prices: [3_000, 15_000] },
  { name: 'claude-haiku', providers: ['anthropic', 'bedrock'], prices: [800, 4_000] },
  { name: 'claude-opus', providers: ['anthropic'], prices: [15_000, 75_000] },
  { name: 'gemini-flash', providers: ['gemini'], prices: [300, 2_500] },
  { name: 'gemini-pro', providers: ['gemini'], prices: [1_250, 10_000] },
  { name: 'llama-70b', providers: ['bedrock'], prices: [720, 720] },
  { name: 'embed-small', providers: ['openai', 'azure'], prices: [20, 0] },
];
const ENVIRONMENTS = ['prod', 'prod', 'prod', 'prod', 'staging', 'dev'];
const ERROR_TYPES = [
  'rate_limit_error',
  'rate_limit_error',
  'upstream_error',
  'timeout_error',
  'invalid_request_error',
];
/** Share of a day's traffic by hour (UTC), relative. */
const DAY = [3, 2, 2, 2, 2, 3, 5, 8, 11, 13, 13, 12, 11, 13, 14, 14, 12, 10, 8, 7, 6, 5, 4, 4];

/** Columns of `requests`, in the order of the values that `generate` yields. */
export const COLUMNS = [
  'id', 'time', 'trace_id', 'key', 'team', 'user', 'feature', 'environment', 'tags', 'model', 'served_model', 'provider',
  'deployment', 'streaming', 'batch', 'status', 'code', 'error_type', 'cache', 'input_tokens', 'cached_input_tokens',
  'cache_write_5m_tokens', 'cache_write_1h_tokens', 'audio_input_tokens', 'cached_audio_input_tokens',
  'image_input_tokens', 'output_tokens', 'reasoning_tokens', 'audio_output_tokens', 'image_output_tokens', 'images', 'characters', 'audio_seconds', 'usage_source', 'cost_nano_usd', 'saved_nano_usd',
  'price_source', 'unpriced', 'duration_ms', 'first_token_ms', 'overhead_ms', 'attempts',
]; // prettier-ignore

/** Mulberry32: the same rows at every run. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Index below n with probability falling as 1/rank. @param {number} n @param {number} exponent */
function zipf(n, exponent) {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += 1 / (i + 1) ** exponent;
    sums[i] = sum;
  }
  return (/** @type {number} */ share) => {
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number(sums[middle]) < share * sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
}

/** UUID v7 of a time. @param {number} time @param {() => number} random */
function requestId(time, random) {
  const word = () => ((random() * 4_294_967_296) >>> 0).toString(16).padStart(8, '0');
  const [a, b, c] = [word(), word(), word()];
  const t = time.toString(16).padStart(12, '0');
  return `req_${t.slice(0, 8)}-${t.slice(8)}-7${a.slice(0, 3)}-8${a.slice(3, 6)}-${b}${c.slice(0, 4)}`;
}

/**
 * Rows in order of time.
 * @param {{ count: number, from: number, days: number }} options
 * @returns {Generator<Array<string | number | null>>}
 */
export function* generate({ count, from, days }) {
  const random = randomFrom(7);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  const someKey = zipf(KEYS, 0.9);
  const someUser = zipf(USERS / TEAMS, 0.9);
  const someFeature = zipf(3, 1.2);
  const keys = Array.from({ length: KEYS }, (_, k) => {
    const team = `team-${String(zipf(TEAMS, 0.7)(random())).padStart(2, '0')}`;
    return {
      name: `key-${k}`,
      team,
      environment: pick(ENVIRONMENTS),
      interactive: random() < 0.7,
      features: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
        name: `feature-${Math.floor(random() * 60)}`,
        models: [pick(MODELS), pick(MODELS)],
        streaming: random() < 0.6 ? 1 : 0,
        cached: random() < 0.25,
      })),
    };
  });
  const hours = days * 24;
  const weights = Array.from(
    { length: hours },
    (_, h) => Number(DAY[h % 24]) * ([0, 6].includes(new Date(from + h * HOUR).getUTCDay()) ? 0.4 : 1)
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [made, share] = [0, 0];
  for (let hour = 0; hour < hours; hour++) {
    share += Number(weights[hour]) / total;
    const upTo = hour === hours - 1 ? count : Math.round(share * count);
    const inHour = upTo - made;
    for (let i = 0; i < inHour; i++) {
      const time = from + hour * HOUR + Math.floor((i / inHour) * HOUR);
      yield row(time);
    }
    made = upTo;
  }

  /** @param {number} time */
  function row(time) {
    const key = /** @type {any} */ (keys[someKey(random())]);
    const feature = key.features[Math.min(someFeature(random()), key.features.length - 1)];
    const model = feature.models[random() < 0.85 ? 0 : 1];
    const provider = model.providers[model.providers.length > 1 && random() < 0.2 ? 1 : 0];
    const user = key.interactive ? `user-${someUser(random())}@${key.team}.example.com` : null;
    const luck = random();
    const [status, code] = luck < 0.975 ? ['success', 200] : luck < 0.99 ? ['error', 500] : ['aborted', 499];
    const errorType = status === 'error' ? pick(ERROR_TYPES) : null;
    const cache = !feature.cached ? 'bypass' : random() < 0.2 ? 'hit' : 'miss';
    const used = status !== 'error' && cache !== 'hit';
    const input = used ? 50 + Math.floor(random() ** 3 * 8_000) : 0;
    const output = used && model.prices[1] > 0 ? 10 + Math.floor(random() ** 2 * 900) : 0;
    const cost = input * model.prices[0] + output * model.prices[1];
    const duration = cache === 'hit' ? 2 : Math.round(200 + output * 8 + random() * 400);
    return [
      requestId(time, random), time, null, key.name, key.team, user, feature.name, key.environment,
      JSON.stringify({ feature: feature.name, environment: key.environment, project: `project-${Math.floor(random() * 30)}` }),
      model.name, `${model.name}-2026-06-01`, provider, `${provider}/${model.name}-2026-06-01`,
      feature.streaming, 0, status, code, errorType, cache, input, used && random() < 0.3 ? input >> 1 : 0, 0, 0, 0, 0, 0,
      output, 0, 0, 0, 0, 0, 0, used ? 'provider' : null, used ? cost : null, cache === 'hit' ? 1_500_000 : 0,
      used ? 'genai-prices@0.1.8' : null, 0, duration, feature.streaming ? Math.round(duration / 4) : null, 0.4, 1,
    ]; // prettier-ignore
  }
}
