import type { TokenUsage, UsageEvent } from '../../gateway/src/usage/event.js';

export function tokens(overrides: Partial<TokenUsage> = {}): TokenUsage {
  return { input: 100, cachedInput: 0, output: 50, reasoning: 0, source: 'provider', ...overrides };
}

let count = 0;

/** A request that went well; what a test is about is overridden. */
export function usageEvent(overrides: Partial<UsageEvent> = {}): UsageEvent {
  count += 1;
  return {
    id: `req_${count}`,
    operation: 'chat',
    time: Date.UTC(2026, 10, 2, 12),
    key: 'ci',
    team: undefined,
    user: undefined,
    tags: undefined,
    model: 'gpt-4o',
    provider: 'openai',
    deployment: 'openai/gpt-4o-2024-11-20',
    streaming: false,
    status: 'success',
    code: 200,
    errorType: undefined,
    tokens: tokens(),
    cost: { nanoUsd: 750_000, source: 'config' },
    unpriced: false,
    durationMs: 1200,
    firstTokenMs: undefined,
    overheadMs: 0.5,
    attempts: [
      {
        provider: 'openai',
        deployment: 'openai/gpt-4o-2024-11-20',
        model: 'gpt-4o',
        status: 200,
        outcome: 'success',
        startMs: 0.5,
        durationMs: 1199,
      },
    ],
    ...overrides,
  };
}

/** A request that failed at one provider. */
export function failedEvent(overrides: Partial<UsageEvent> = {}): UsageEvent {
  return usageEvent({
    status: 'error',
    code: 500,
    errorType: 'upstream_error',
    tokens: undefined,
    cost: undefined,
    attempts: [
      {
        provider: 'openai',
        deployment: 'openai/gpt-4o-2024-11-20',
        model: 'gpt-4o',
        status: 500,
        outcome: 'upstream_error',
        startMs: 0.5,
        durationMs: 3,
      },
    ],
    ...overrides,
  });
}
