import { shownSeries } from '../../../../tests/support/shownSeries.js';
import type { BudgetStanding } from '../../governance/budgetStanding.js';
import type { LimitStanding } from '../../governance/limitStandings.js';
import { nameHash } from '../labels/nameHash.js';
import { createMetrics } from '../registry.js';
import { type GovernanceReaders, observeGovernance } from './observeGovernance.js';

const budget = (overrides: Partial<BudgetStanding> = {}): BudgetStanding => ({
  budget: 'monthly',
  subject: { kind: 'team', value: 'platform' },
  unit: 'usd',
  limit: 100_000_000_000,
  used: 40_000_000_001,
  reserved: 5,
  resetsAt: Date.now() + 3_600_000,
  ...overrides,
});
const limit = (overrides: Partial<LimitStanding> = {}): LimitStanding => ({
  resetsAt: undefined,
  limit: 'speed',
  subject: { kind: 'key', value: 'ci' },
  unit: 'requests',
  allowed: 60,
  used: 7,
  ...overrides,
});

async function observed(readers: Partial<GovernanceReaders>, options: Parameters<typeof createMetrics>[0] = {}) {
  const metrics = createMetrics(options);
  const onError = jest.fn();
  const observe = observeGovernance(metrics, {
    readBudgets: async () => [],
    readLimits: async () => [],
    readHour: async (asked) => asked.map(() => 0),
    onError,
    ...readers,
  });
  await observe();
  return { metrics, onError, shown: (name: string) => shownSeries(metrics, `llm_gateway_${name}`) };
}

test('budgets: size, spent, left, until they begin anew, and until they are spent at the pace of the last hour', async () => {
  const readBudgets = async () => [
    budget(),
    budget({ budget: 'tokens', unit: 'tokens', limit: 1_000, used: 1_500, subject: { kind: 'key', value: 'ci' } }),
    budget({ budget: 'idle', used: 0 }),
  ];
  const readHour = async () => [6_000_000_000, 5, 0];
  const { shown } = await observed({ readBudgets, readHour });
  const of = 'kind=team,subject=platform';
  expect(await shown('budget_limit')).toMatchObject({
    [`{budget=monthly,${of},unit=usd}`]: 100,
    '{budget=tokens,kind=key,subject=ci,unit=tokens}': 1_000,
  });
  expect(await shown('budget_spent')).toMatchObject({ [`{budget=monthly,${of},unit=usd}`]: 40.000000001 });
  expect(await shown('budget_remaining')).toMatchObject({
    [`{budget=monthly,${of},unit=usd}`]: 59.999999999,
    '{budget=tokens,kind=key,subject=ci,unit=tokens}': 0,
  });
  const resets = (await shown('budget_reset_seconds'))[`{budget=monthly,${of}}`];
  expect(resets).toBeGreaterThan(3_500);
  expect(resets).toBeLessThanOrEqual(3_600);
  const exhaustion = await shown('budget_exhaustion_seconds');
  expect(exhaustion[`{budget=monthly,${of}}`]).toBeCloseTo((59.999999999 / 6) * 3_600, 6);
  expect(exhaustion['{budget=tokens,kind=key,subject=ci}']).toBe(0);
  expect(exhaustion[`{budget=idle,${of}}`]).toBe(Infinity);
});

test('limits: allowed and used', async () => {
  const readLimits = async () => [limit(), limit({ unit: 'parallel', allowed: 5, used: 0 })];
  const { shown } = await observed({ readLimits });
  expect(await shown('limit_allowed')).toEqual({
    '{limit=speed,kind=key,subject=ci,unit=requests}': 60,
    '{limit=speed,kind=key,subject=ci,unit=parallel}': 5,
  });
  expect(await shown('limit_used')).toMatchObject({ '{limit=speed,kind=key,subject=ci,unit=requests}': 7 });
});

test('subjects are hashed like labels, and bounded', async () => {
  const readLimits = async () => ['a', 'b', 'c'].map((value) => limit({ subject: { kind: 'key', value } }));
  const { shown, metrics } = await observed({ readLimits }, { hashNames: ['key'], maxLabelValues: 2 });
  expect(Object.keys(await shown('limit_used'))).toEqual(
    ['a', 'b'].map((name) => `{limit=speed,kind=key,subject=${nameHash(name)},unit=requests}`)
  );
  expect(metrics.labels.subject).toMatchObject({ size: 2, overflows: 1 });
});

test('what cannot be told is left out and neither fails nor delays a scrape', async () => {
  const readBudgets = () => new Promise<never>(() => undefined);
  const readLimits = async () => Promise.reject(new Error('Redis is down'));
  const started = performance.now();
  const { shown, onError } = await observed({ readBudgets, readLimits });
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(await shown('budget_limit')).toEqual({});
  expect(await shown('limit_used')).toEqual({});
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'Redis is down' }));
});
