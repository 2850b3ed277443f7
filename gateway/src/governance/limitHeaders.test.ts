import type { Charge } from './charges.js';
import type { Standing } from './counting/counters.js';
import { limitHeaders } from './limitHeaders.js';

const AT = Date.UTC(2026, 10, 2, 12);

function limit(unit: 'requests' | 'tokens' | 'parallel'): Charge {
  return { unit, limit: { name: 'l' } } as unknown as Charge;
}
function budget(hard: boolean, unit: 'usd' | 'tokens' = 'usd'): Charge {
  return { unit, budget: { name: 'b', hard } } as unknown as Charge;
}
function standing(overrides: Partial<Standing>): Standing {
  return { counter: 'c', used: 0, reserved: 0, limit: 100, resetsAt: AT + 1_000, ...overrides };
}

test('tells of the limit that is nearest to its end', () => {
  const headers = limitHeaders(
    [limit('requests'), limit('requests'), limit('tokens')],
    [
      standing({ limit: 1000, used: 10 }),
      standing({ limit: 60, used: 58, reserved: 1, resetsAt: AT + 42_000 }),
      standing({ limit: 5000, used: 6000 }),
    ],
    AT
  );
  expect(headers).toEqual({
    'x-ratelimit-limit-requests': '60',
    'x-ratelimit-remaining-requests': '1',
    'x-ratelimit-reset-requests': '42s',
    'x-ratelimit-limit-tokens': '5000',
    'x-ratelimit-remaining-tokens': '0',
    'x-ratelimit-reset-tokens': '1s',
  });
});

test('tells of a hard budget in dollars', () => {
  expect(limitHeaders([budget(true)], [standing({ limit: 2e9, used: 5e8, reserved: 1 })], AT)).toEqual({
    'x-llm-gateway-budget-limit-usd': '2.000000',
    'x-llm-gateway-budget-remaining-usd': '1.500000',
    'x-llm-gateway-budget-reset': '2026-11-02T12:00:01.000Z',
  });
});

test.each([
  ['nothing', [], []],
  ['parallel requests', [limit('parallel')], [standing({})]],
  ['a soft budget', [budget(false)], [standing({ limit: undefined })]],
  ['a budget in tokens', [budget(true, 'tokens')], [standing({})]],
])('says nothing of %s', (_what, charges, standings) => {
  expect(limitHeaders(charges, standings, AT)).toBeUndefined();
});

test.each([
  [0, '0ms'],
  [-5, '0ms'],
  [120, '120ms'],
  [999, '999ms'],
  [1_001, '2s'],
  [60_000, '1m0s'],
  [3_661_000, '1h1m1s'],
])('%d ms are written %s, as OpenAI does', (ms, text) => {
  const headers = limitHeaders([limit('requests')], [standing({ resetsAt: AT + ms })], AT);
  expect(headers?.['x-ratelimit-reset-requests']).toBe(text);
});
