import { type SpentIn, budgetCharge } from './charges.js';
import type { BudgetPeriod } from './rules.js';

const AT = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;
const MONTH: BudgetPeriod = { kind: 'calendar', unit: 'monthly', timezone: 'UTC' };
const FIVE_HOURS: BudgetPeriod = { kind: 'rolling', lengthMs: 5 * HOUR };
const [start, end] = [Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1)];

test.each<[string, BudgetPeriod, number | undefined, { from: number; to: number; bucketMs: number | undefined }]>([
  ['a month whole', MONTH, undefined, { from: start, to: end, bucketMs: undefined }],
  ['a month up to a time', MONTH, AT + 5_000, { from: start, to: AT + 5_000, bucketMs: undefined }],
  ['a month no further than its end', MONTH, end + 5_000, { from: start, to: end, bucketMs: undefined }],
  [
    'the last hours with their oldest bucket',
    FIVE_HOURS,
    undefined,
    { from: AT - 5 * HOUR - 300_000, to: AT + HOUR, bucketMs: 300_000 },
  ],
  [
    'the last hours up to a time ahead',
    FIVE_HOURS,
    AT + 5_000,
    { from: AT - 5 * HOUR - 300_000, to: AT + 5_000, bucketMs: 300_000 },
  ],
])('a new counter asks the ledger for %s', async (_what, period, before, range) => {
  const spentIn = jest.fn<ReturnType<SpentIn>, Parameters<SpentIn>>(async () => []);
  const subject = { kind: 'key', value: 'ci' } as const;
  const rule = { name: 'b', subject, unit: 'usd', limit: 1_000, period, hard: true, warnAt: [] } as const;
  await budgetCharge(rule, subject, AT, { spentIn }).claim.seed?.(before);
  expect(spentIn).toHaveBeenCalledWith({ subject, unit: 'usd', ...range });
});
