import { shownSeries } from '../../../../tests/support/shownSeries.js';
import { failedEvent, tokens, usageEvent } from '../../../../tests/support/usageEvent.js';
import type { Attempt, UsageEvent } from '../../usage/event.js';
import { createMetrics } from '../registry.js';
import { recordUsage } from './recordUsage.js';

/** Series of a family after these events, as `{label=value,…}` → value. */
async function series(name: string, ...events: UsageEvent[]): Promise<Record<string, number>> {
  const metrics = createMetrics();
  const record = recordUsage(metrics);
  events.forEach(record);
  return shownSeries(metrics, name);
}

/** Number and sum of a histogram's observations. */
async function sums(name: string, ...events: UsageEvent[]): Promise<Record<string, readonly number[]>> {
  const [counts, totals] = [await series(`${name}_count`, ...events), await series(`${name}_sum`, ...events)];
  return Object.fromEntries(Object.entries(counts).map(([labels, count]) => [labels, [count, totals[labels] ?? NaN]]));
}

const attempt = (overrides: Partial<Attempt>): Attempt => ({
  provider: 'local',
  deployment: 'local/m',
  model: 'gpt-4o',
  status: 200,
  outcome: 'success',
  startMs: 0,
  durationMs: 1,
  ...overrides,
});

const openai = 'provider=openai,deployment=openai/gpt-4o-2024-11-20';

test('each ended request counts once, by who, what and how it ended', async () => {
  const counted = await series(
    'llm_gateway_requests_total',
    usageEvent({ team: 'platform' }),
    usageEvent({ team: 'platform' }),
    usageEvent({ streaming: true, status: 'aborted', code: 499 }),
    failedEvent({
      model: 'unknown',
      provider: undefined,
      deployment: undefined,
      code: 404,
      errorType: 'not_found_error',
    })
  );
  expect(counted).toEqual({
    [`{model=gpt-4o,${openai},team=platform,key=ci,streaming=false,status=success,code=200,error_type=none,operation=chat}`]: 2,
    [`{model=gpt-4o,${openai},team=none,key=ci,streaming=true,status=aborted,code=499,error_type=none,operation=chat}`]: 1,
    '{model=unknown,provider=none,deployment=none,team=none,key=ci,streaming=false,status=error,code=404,error_type=not_found_error,operation=chat}': 1,
  });
});

test('tokens count by type; those of failed streams too', async () => {
  expect(
    await series(
      'llm_gateway_tokens_total',
      usageEvent({ tokens: tokens({ input: 10, cachedInput: 4, output: 5, reasoning: 5 }) }),
      failedEvent({ tokens: tokens({ input: 1, output: 2 }) }),
      failedEvent()
    )
  ).toEqual({
    '{model=gpt-4o,provider=openai,team=none,key=ci,type=input}': 11,
    '{model=gpt-4o,provider=openai,team=none,key=ci,type=output}': 7,
  });
});

test('cost is in dollars, and what has no price is counted apart', async () => {
  const events = [
    usageEvent({ cost: { nanoUsd: 1_500_000_000, source: 'config' } }),
    usageEvent({ cost: { nanoUsd: 0, source: 'config' } }),
    usageEvent({ cost: undefined, unpriced: true }),
    failedEvent(),
  ];
  expect(await series('llm_gateway_cost_usd_total', ...events)).toEqual({
    '{model=gpt-4o,provider=openai,team=none,key=ci}': 1.5,
  });
  expect(await series('llm_gateway_unpriced_requests_total', ...events)).toEqual({
    '{model=gpt-4o,provider=openai}': 1,
  });
});

test('ten thousand tiny costs add up to the nano-dollar', async () => {
  const events = Array.from({ length: 10_000 }, () => usageEvent({ cost: { nanoUsd: 100_000_001, source: 'config' } }));
  expect(await series('llm_gateway_cost_usd_total', ...events)).toEqual({
    '{model=gpt-4o,provider=openai,team=none,key=ci}': 1_000.00001,
  });
});

test('every attempt counts for its own deployment, by what came of it', async () => {
  const event = usageEvent({
    provider: 'local',
    attempts: [
      ...failedEvent().attempts,
      attempt({ outcome: 'connection_error', status: undefined, durationMs: 40 }),
      attempt({ durationMs: 2_000 }),
    ],
  });
  expect(await series('llm_gateway_attempts_total', event)).toEqual({
    [`{model=gpt-4o,${openai},outcome=upstream_error,code=500}`]: 1,
    '{model=gpt-4o,provider=local,deployment=local/m,outcome=connection_error,code=none}': 1,
    '{model=gpt-4o,provider=local,deployment=local/m,outcome=success,code=200}': 1,
  });
  expect(await sums('llm_gateway_attempt_duration_seconds', event)).toEqual({
    [`{model=gpt-4o,${openai},operation=chat}`]: [1, 0.003],
    '{model=gpt-4o,provider=local,deployment=local/m,operation=chat}': [2, 2.04],
  });
});

test('attempts are the first, retries of a model and fallbacks to others', async () => {
  const events = [
    usageEvent({
      attempts: [
        attempt({ outcome: 'timeout' }),
        attempt({ provider: 'b', outcome: 'upstream_error' }),
        attempt({ provider: 'c', model: 'small', outcome: 'rate_limit_error' }),
        attempt({ provider: 'b' }),
      ],
    }),
    usageEvent({ attempts: [attempt({ outcome: 'timeout' }), attempt({ model: 'small' })] }),
    usageEvent({ attempts: [attempt({ model: 'small' })] }),
    usageEvent(),
  ];
  expect(await series('llm_gateway_retries_total', ...events)).toEqual({
    '{model=gpt-4o,provider=b,reason=timeout}': 1,
    '{model=gpt-4o,provider=b,reason=rate_limit_error}': 1,
  });
  expect(await series('llm_gateway_fallbacks_total', ...events)).toEqual({
    '{from_model=gpt-4o,to_model=small,success=false}': 1,
    '{from_model=gpt-4o,to_model=small,success=true}': 2,
  });
});

test('durations are in seconds', async () => {
  const event = usageEvent({ streaming: true, durationMs: 1_500, firstTokenMs: 250, overheadMs: 2, queuedMs: 20 });
  const labels = 'model=gpt-4o,provider=openai';
  expect(await sums('llm_gateway_request_duration_seconds', event)).toEqual({
    [`{${labels},streaming=true,status=success,operation=chat}`]: [1, 1.5],
  });
  expect(await sums('llm_gateway_time_to_first_token_seconds', event)).toEqual({
    [`{${labels},operation=chat}`]: [1, 0.25],
  });
  expect(await sums('llm_gateway_overhead_seconds', event)).toEqual({ '{}': [1, 0.002] });
  expect(await sums('llm_gateway_queue_seconds', event, usageEvent())).toEqual({ '{model=gpt-4o}': [1, 0.02] });
});

test('an observation is in every bucket that it is not above', async () => {
  const buckets = await series(
    'llm_gateway_queue_seconds_bucket',
    ...[0.5, 10, 11, 60_000].map((queuedMs) => usageEvent({ queuedMs }))
  );
  const counted = (le: string) => buckets[`{model=gpt-4o,le=${le}}`];
  expect(['0.001', '0.01', '0.05', '30', '+Inf'].map(counted)).toEqual([1, 2, 3, 3, 4]);
});

test('key and team are labels of latency only where that is asked for', async () => {
  const metrics = createMetrics();
  const record = recordUsage(metrics, ['team']);
  record(usageEvent({ team: 'platform', streaming: true, firstTokenMs: 100, durationMs: 200 }));
  record(usageEvent({ streaming: true, firstTokenMs: 100, durationMs: 200 }));
  for (const name of ['request_duration_seconds', 'time_to_first_token_seconds', 'time_per_output_token_seconds']) {
    const shown = Object.keys(await shownSeries(metrics, `llm_gateway_${name}_count`));
    expect(shown).toEqual([
      expect.stringContaining('team=platform,operation=chat}'),
      expect.stringContaining('team=none,operation=chat}'),
    ]);
  }
});

test('parts of tokens count by what they are, and the sizes of requests', async () => {
  const events = [
    usageEvent({ tokens: tokens({ cachedInput: 30, cacheWrite5m: 5, cacheWrite1h: 6, reasoning: 7 }) }),
    usageEvent({ tokens: tokens({ audioInput: 1, imageInput: 2, audioOutput: 3, imageOutput: 4, reasoning: 1 }) }),
  ];
  const labels = (detail: string) => `{model=gpt-4o,provider=openai,detail=${detail}}`;
  expect(await series('llm_gateway_token_details_total', ...events)).toEqual({
    [labels('cached_input')]: 30,
    [labels('cache_write')]: 11,
    [labels('reasoning')]: 8,
    [labels('audio_input')]: 1,
    [labels('image_input')]: 2,
    [labels('audio_output')]: 3,
    [labels('image_output')]: 4,
  });
  expect(await sums('llm_gateway_request_tokens', ...events, failedEvent())).toEqual({
    '{model=gpt-4o,provider=openai,type=input,operation=chat}': [2, 200],
    '{model=gpt-4o,provider=openai,type=output,operation=chat}': [2, 100],
  });
});

test('the cache counts what it had, and what it saved to the nano-dollar', async () => {
  const events = [
    usageEvent({ cache: 'hit', savedNanoUsd: 1_000_000_001, cost: { nanoUsd: 0, source: 'config' } }),
    usageEvent({ cache: 'hit', savedNanoUsd: 2, savedTokens: tokens(), cost: { nanoUsd: 0, source: 'config' } }),
    usageEvent({ cache: 'miss' }),
    usageEvent(),
  ];
  expect(await series('llm_gateway_cache_requests_total', ...events)).toEqual({
    '{model=gpt-4o,result=hit}': 2,
    '{model=gpt-4o,result=miss}': 1,
    '{model=gpt-4o,result=bypass}': 1,
  });
  expect(await series('llm_gateway_cache_saved_usd_total', ...events)).toEqual({
    '{model=gpt-4o,team=none,key=ci}': 1.000000003,
  });
  expect(await series('llm_gateway_cache_tokens_total', ...events)).toEqual({
    '{model=gpt-4o,type=input}': 100,
    '{model=gpt-4o,type=output}': 50,
  });
});

test('tokens per second are smoothed: each answer weighs a tenth', async () => {
  const streamed = (perSecond: number) =>
    usageEvent({ streaming: true, firstTokenMs: 100, durationMs: 1_100, tokens: tokens({ output: perSecond + 1 }) });
  const shown = await series('llm_gateway_output_tokens_per_second', streamed(50), streamed(150), usageEvent());
  expect(shown['{model=gpt-4o,provider=openai}']).toBeCloseTo(60, 9);
});

test('names past the limit become other, and hashed ones are not shown', async () => {
  const metrics = createMetrics({ maxLabelValues: 2, hashNames: ['team'] });
  const record = recordUsage(metrics);
  ['a', 'b', 'c', 'd', 'a'].forEach((key) => record(usageEvent({ key, team: 'platform' })));
  const counted = await shownSeries(metrics, 'llm_gateway_cost_usd_total');
  const whose = (key: string) => `{model=gpt-4o,provider=openai,team=d294fcce0cc8,key=${key}}`;
  expect(counted).toEqual({ [whose('a')]: 0.0015, [whose('b')]: 0.00075, [whose('other')]: 0.0015 });
  expect(metrics.labels.key).toMatchObject({ size: 2, overflows: 2 });
});

test('the time per output token leaves out the first, and needs two and an end', async () => {
  const name = 'llm_gateway_time_per_output_token_seconds';
  const streamed = { streaming: true, durationMs: 1_100, firstTokenMs: 100, tokens: tokens({ output: 11 }) };
  expect(await sums(name, usageEvent(streamed))).toEqual({
    '{model=gpt-4o,provider=openai,operation=chat}': [1, 0.1],
  });
  for (const event of [
    usageEvent({ ...streamed, tokens: tokens({ output: 1 }) }),
    usageEvent({ ...streamed, status: 'aborted' }),
    usageEvent({ ...streamed, firstTokenMs: undefined }),
    usageEvent({ ...streamed, tokens: undefined }),
  ]) {
    expect(await sums(name, event)).toEqual({});
  }
});

test('what was asked for tells requests of one model apart', async () => {
  const events = [usageEvent(), usageEvent({ operation: 'embeddings' }), usageEvent({ operation: 'embeddings' })];
  const counts = await series('llm_gateway_requests_total', ...events);
  expect(Object.entries(counts).map(([labels, count]) => [/operation=(\w+)/.exec(labels)?.[1], count])).toEqual([
    ['chat', 1],
    ['embeddings', 2],
  ]);
  const sizes = await sums('llm_gateway_request_tokens', ...events);
  expect(sizes['{model=gpt-4o,provider=openai,type=input,operation=embeddings}']).toEqual([2, 200]);
  // Tokens and money are added up over all operations.
  expect(await series('llm_gateway_tokens_total', ...events)).toMatchObject({
    '{model=gpt-4o,provider=openai,team=none,key=ci,type=input}': 300,
  });
});
