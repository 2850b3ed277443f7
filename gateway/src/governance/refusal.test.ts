import type { Charge } from './charges.js';
import type { Standing } from './counting/counters.js';
import { refusal } from './refusal.js';

const AT = Date.UTC(2026, 10, 2, 12);
const subject = { kind: 'key', value: 'ci' } as const;
const standing: Standing = { counter: 'c', used: 0, reserved: 0, limit: 60, resetsAt: AT + 12_345 };

function budgetCharge(unit: 'usd' | 'tokens', limit: number): Charge {
  return { unit, subject, budget: { name: 'ci-month', unit, limit } } as unknown as Charge;
}
function limitCharge(unit: 'requests' | 'tokens' | 'parallel'): Charge {
  return { unit, subject, limit: { name: 'ci-speed' } } as unknown as Charge;
}

test('a spent budget is LiteLLM’s error, says how much and until when, and is not to be retried', () => {
  const error = refusal(
    budgetCharge('usd', 1e9),
    { ...standing, used: 999_000_000, reserved: 1_000_000 },
    AT,
    2_500_000
  );
  expect(error).toMatchObject({ status: 402, type: 'budget_exceeded', code: 'budget_exceeded' });
  expect(error.message).toBe(
    'Budget has been exceeded! Budget "ci-month" of key "ci". Current cost: $0.999000, reserved by requests under way: $0.001000, Estimated request cost: up to $0.002500, Max budget: $1.000000. It resets at 2026-11-02T12:00:12.345Z. A smaller max_tokens lowers what a request may cost.'
  );
  expect(error.retryAfterSeconds).toBeUndefined();
  expect(error.headers).toEqual({
    'x-should-retry': 'false',
    'x-llm-gateway-budget-reset': '2026-11-02T12:00:12.345Z',
  });
});

test('a budget in tokens says tokens', () => {
  expect(refusal(budgetCharge('tokens', 500), { ...standing, used: 480 }, AT, 40).message).toContain(
    'Current cost: 480 tokens, Estimated request cost: up to 40 tokens, Max budget: 500 tokens.'
  );
});

test('a budget that is spent has no hint that would not help', () => {
  expect(refusal(budgetCharge('tokens', 500), { ...standing, used: 500 }, AT, 1).message).not.toContain('max_tokens');
});

test('a model without a price says what to do', () => {
  const error = refusal(budgetCharge('usd', 1e9), undefined, AT, 0);
  expect(error).toMatchObject({ status: 402, type: 'budget_exceeded', code: 'unpriced_model', param: 'model' });
  expect(error.message).toContain('governance.unpriced');
});

test.each(['requests', 'tokens'] as const)('a limit of %s is 429 with the true wait', (unit) => {
  const error = refusal(limitCharge(unit), { ...standing, used: 60 }, AT, 1);
  expect(error).toMatchObject({
    status: 429,
    type: 'rate_limit_error',
    code: 'rate_limit_exceeded',
    retryAfterSeconds: 13,
    message: `Rate limit exceeded: limit "ci-speed" of key "ci" is 60 ${unit} per minute. Try again in 13 s.`,
  });
  expect(error.headers).toMatchObject({ rate_limit_type: unit, [`x-ratelimit-remaining-${unit}`]: '0' });
});

test('parallel requests are worth trying again soon', () => {
  const error = refusal(limitCharge('parallel'), { ...standing, limit: 2 }, AT, 1);
  expect(error.message).toContain('2 requests at the same time');
  expect(error.retryAfterSeconds).toBe(1);
  expect(error.headers).toEqual({ rate_limit_type: 'max_parallel_requests' });
});
