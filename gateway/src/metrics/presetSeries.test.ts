import { shownSeries } from '../../../tests/support/shownSeries.js';
import { usageEvent } from '../../../tests/support/usageEvent.js';
import type { ModelGroup } from '../routing/deployment.js';
import { presetSeries } from './presetSeries.js';
import { recordUsage } from './recording/recordUsage.js';
import { createMetrics } from './registry.js';

const group = {
  name: 'gpt-4o',
  deployments: [{ id: 'openai/gpt-4o-2024-11-20', provider: { name: 'openai' } }],
  disabled: [],
  fallbacks: { error: ['small'], contextWindow: [], contentPolicy: [] },
} as unknown as ModelGroup;
const parts = { groups: [group], principals: [{ key: 'ci', team: 'platform' }], latencyBy: [] };

function preset() {
  const metrics = createMetrics();
  presetSeries(metrics, parts);
  return { metrics, shown: (name: string) => shownSeries(metrics, `llm_gateway_${name}`) };
}

test('what a good request counts is there with 0 before it', async () => {
  const { metrics, shown } = preset();
  const names = [
    'requests_total',
    'tokens_total',
    'cost_usd_total',
    'attempts_total',
    'cache_requests_total',
    'request_duration_seconds_count',
    'time_to_first_token_seconds_count',
    'time_per_output_token_seconds_count',
    'attempt_duration_seconds_count',
  ];
  const before = await Promise.all(names.map(shown));
  recordUsage(metrics)(usageEvent({ team: 'platform', streaming: true, firstTokenMs: 10 }));
  const after = await Promise.all(names.map(shown));
  after.forEach((series, index) => {
    expect(Object.keys(series)).toEqual(Object.keys(before[index] ?? {}));
    expect(Object.values(before[index] ?? {}).every((value) => value === 0)).toBe(true);
    expect(Object.values(series).some((value) => value > 0)).toBe(true);
  });
});

test('and what is to be alerted on: fallbacks, breakers, requests without a price', async () => {
  const { shown } = preset();
  expect(await shown('fallbacks_total')).toEqual({
    '{from_model=gpt-4o,to_model=small,success=true}': 0,
    '{from_model=gpt-4o,to_model=small,success=false}': 0,
  });
  expect(Object.keys(await shown('circuit_breaker_transitions_total'))).toHaveLength(3);
  expect(await shown('unpriced_requests_total')).toEqual({ '{model=gpt-4o,provider=openai}': 0 });
});

test('a second time, as after a reload, takes nothing back', async () => {
  const { metrics, shown } = preset();
  recordUsage(metrics)(usageEvent({ team: 'platform' }));
  const before = await shown('request_duration_seconds_sum');
  presetSeries(metrics, parts);
  expect(await shown('request_duration_seconds_sum')).toEqual(before);
});
