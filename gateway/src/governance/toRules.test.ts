import { toBudgetRule, toLimitRule } from './toRules.js';

const BUDGET = { name: 'b', timezone: 'UTC', hard: true, warn_at: [0.8] };

test.each([
  [0.000_000_001, 1],
  [0.1, 100_000_000],
  [0.29, 290_000_000],
  [1_234.567_89, 1_234_567_890_000],
  [9_000_000, 9_000_000_000_000_000],
])('$%d are %d nano-dollars', (limit_usd, limit) => {
  expect(toBudgetRule({ ...BUDGET, key: 'ci', limit_usd })).toMatchObject({ unit: 'usd', limit });
});

test('a budget in tokens', () => {
  expect(toBudgetRule({ ...BUDGET, key: 'ci', limit_tokens: 500 })).toMatchObject({ unit: 'tokens', limit: 500 });
});

test.each([
  ['key', 'ci'],
  ['team', '*'],
  ['user', 'ada'],
  ['tag', 'feature=a=b'],
  ['model', 'gpt-4o'],
  ['provider', '*'],
] as const)('is on %s %s', (kind, value) => {
  expect(toBudgetRule({ ...BUDGET, [kind]: value, limit_usd: 1 }).subject).toEqual({ kind, value });
});

test.each([
  [{}, { kind: 'calendar', unit: 'monthly', timezone: 'Europe/Berlin' }],
  [{ period: 'daily' as const }, { kind: 'calendar', unit: 'daily', timezone: 'Europe/Berlin' }],
  [{ window: '90m' }, { kind: 'rolling', lengthMs: 5_400_000 }],
  [{ window: '5h' }, { kind: 'rolling', lengthMs: 18_000_000 }],
  [{ window: '30d' }, { kind: 'rolling', lengthMs: 2_592_000_000 }],
])('with %j it lasts %j', (fields, period) => {
  expect(toBudgetRule({ ...BUDGET, timezone: 'Europe/Berlin', key: 'ci', limit_usd: 1, ...fields }).period).toEqual(
    period
  );
});

test('warnings are in order, each once', () => {
  const { warnAt } = toBudgetRule({ ...BUDGET, key: 'ci', limit_usd: 1, warn_at: [0.9, 0.5, 0.9, 1] });
  expect(warnAt).toEqual([0.5, 0.9, 1]);
});

test('a limit', () => {
  expect(toLimitRule({ name: 'l', team: '*', requests_per_minute: 60, parallel_requests: 2 })).toEqual({
    name: 'l',
    subject: { kind: 'team', value: '*' },
    requestsPerMinute: 60,
    tokensPerMinute: undefined,
    parallelRequests: 2,
  });
});
