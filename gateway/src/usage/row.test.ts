import { failedEvent, tokens, usageEvent } from '../../../tests/support/usageEvent.js';
import { toRow } from './row.js';

test('keeps everything that was said', () => {
  const event = usageEvent({
    team: 'platform',
    user: 'ada',
    tags: { feature: 'chat' },
    streaming: true,
    tokens: tokens({ cachedInput: 10, reasoning: 5 }),
    firstTokenMs: 80,
  });
  expect(toRow(event)).toEqual({
    id: event.id,
    time: event.time,
    key: 'ci',
    team: 'platform',
    user: 'ada',
    tags: '{"feature":"chat"}',
    model: 'gpt-4o',
    provider: 'openai',
    deployment: 'openai/gpt-4o-2024-11-20',
    streaming: 1,
    status: 'success',
    code: 200,
    error_type: null,
    input_tokens: 100,
    cached_input_tokens: 10,
    output_tokens: 50,
    reasoning_tokens: 5,
    usage_source: 'provider',
    cost_nano_usd: 750_000,
    price_source: 'config',
    unpriced: 0,
    duration_ms: 1200,
    first_token_ms: 80,
    overhead_ms: 0.5,
    attempts: null,
  });
});

test('what is not there is null, and an unknown cost is not 0', () => {
  const refused = { provider: undefined, deployment: undefined, attempts: [], overheadMs: undefined };
  expect(toRow(failedEvent(refused))).toMatchObject({
    team: null,
    user: null,
    tags: null,
    provider: null,
    deployment: null,
    error_type: 'upstream_error',
    input_tokens: 0,
    usage_source: null,
    cost_nano_usd: null,
    price_source: null,
    overhead_ms: null,
    attempts: null,
  });
  expect(toRow(usageEvent({ cost: undefined, unpriced: true }))).toMatchObject({ cost_nano_usd: null, unpriced: 1 });
});

test('attempts are kept where they say more than the row', () => {
  const failed = failedEvent();
  expect(JSON.parse(toRow(failed).attempts ?? 'null')).toEqual(failed.attempts);

  const second = usageEvent().attempts;
  const attempts = [...failed.attempts, ...second];
  expect(JSON.parse(toRow(usageEvent({ attempts })).attempts ?? 'null')).toEqual(attempts);
});
