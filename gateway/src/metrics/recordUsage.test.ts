import { failedEvent, tokens, usageEvent } from '../../../tests/support/usageEvent.js';
import type { UsageEvent } from '../usage/event.js';
import { recordUsage } from './recordUsage.js';
import { createMetrics } from './registry.js';

/** Series of a family after these events, as `label=value,…` → value. */
async function series(name: string, ...events: UsageEvent[]): Promise<Record<string, number>> {
  const { registry, instruments } = createMetrics();
  const record = recordUsage(instruments);
  events.forEach(record);
  const family = await registry.getSingleMetric(name)?.get();
  expect(family).toBeDefined();
  return Object.fromEntries(
    (family?.values ?? [])
      .filter((sample) => !('metricName' in sample) || !String(sample.metricName).endsWith('_bucket'))
      .map((sample) => [
        `${'metricName' in sample ? String(sample.metricName).slice(name.length) : ''}{${Object.entries(sample.labels)
          .map(([label, value]) => `${label}=${value}`)
          .join(',')}}`,
        sample.value,
      ])
  );
}

test('each ended request counts once, by who, what and how it ended', async () => {
  const counted = await series(
    'llm_gateway_requests_total',
    usageEvent({ team: 'platform' }),
    usageEvent({ team: 'platform' }),
    usageEvent({ streaming: true, status: 'aborted', code: 499 }),
    failedEvent({ model: 'unknown', provider: undefined, code: 404 })
  );
  expect(counted).toEqual({
    '{model=gpt-4o,provider=openai,team=platform,key=ci,streaming=false,status=success,code=200}': 2,
    '{model=gpt-4o,provider=openai,team=none,key=ci,streaming=true,status=aborted,code=499}': 1,
    '{model=unknown,provider=none,team=none,key=ci,streaming=false,status=error,code=404}': 1,
  });
});

test('errors count by cause, aborts do not', async () => {
  expect(
    await series('llm_gateway_errors_total', failedEvent(), usageEvent(), usageEvent({ status: 'aborted' }))
  ).toEqual({ '{model=gpt-4o,provider=openai,error_type=upstream_error}': 1 });
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

test('every attempt counts for its own provider', async () => {
  const attempts = [
    ...failedEvent().attempts,
    {
      provider: 'local',
      deployment: 'local/m',
      model: 'gpt-4o',
      status: 200,
      outcome: 'success' as const,
      durationMs: 1,
    },
  ];
  expect(await series('llm_gateway_attempts_total', usageEvent({ provider: 'local', attempts }))).toEqual({
    '{model=gpt-4o,provider=openai,outcome=upstream_error}': 1,
    '{model=gpt-4o,provider=local,outcome=success}': 1,
  });
});

test('durations are in seconds', async () => {
  const event = usageEvent({ streaming: true, durationMs: 1_500, firstTokenMs: 250, overheadMs: 2 });
  const labels = 'model=gpt-4o,provider=openai';
  expect(await series('llm_gateway_request_duration_seconds', event)).toMatchObject({
    [`_sum{${labels},streaming=true,status=success}`]: 1.5,
    [`_count{${labels},streaming=true,status=success}`]: 1,
  });
  expect(await series('llm_gateway_time_to_first_token_seconds', event)).toMatchObject({ [`_sum{${labels}}`]: 0.25 });
  expect(await series('llm_gateway_overhead_seconds', event)).toMatchObject({ '_sum{}': 0.002 });
});

test('the time per output token leaves out the first, and needs two and an end', async () => {
  const name = 'llm_gateway_time_per_output_token_seconds';
  const streamed = { streaming: true, durationMs: 1_100, firstTokenMs: 100, tokens: tokens({ output: 11 }) };
  expect(await series(name, usageEvent(streamed))).toMatchObject({ '_sum{model=gpt-4o,provider=openai}': 0.1 });
  for (const event of [
    usageEvent({ ...streamed, tokens: tokens({ output: 1 }) }),
    usageEvent({ ...streamed, status: 'aborted' }),
    usageEvent({ ...streamed, firstTokenMs: undefined }),
    usageEvent({ ...streamed, tokens: undefined }),
  ]) {
    expect(await series(name, event)).toEqual({});
  }
});
