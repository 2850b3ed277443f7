import { levelsOf } from './budgetWatchLevels.js';
import type { BudgetRule } from './rules.js';

const RULE: BudgetRule = {
  name: 'b',
  subject: { kind: 'key', value: 'ci' },
  unit: 'tokens',
  limit: 1_000,
  period: { kind: 'calendar', unit: 'daily', timezone: 'UTC' },
  hard: true,
  warnAt: [],
};

test.each<[string, Partial<BudgetRule>, Array<[number, number]>]>([
  [
    'none asked for',
    {},
    [
      [-1, 1],
      [100, 1_000],
    ],
  ],
  [
    'in any order, and twice',
    { warnAt: [0.8, 0.5, 0.8] },
    [
      [-1, 1],
      [50, 500],
      [80, 800],
      [100, 1_000],
    ],
  ],
  [
    'at the limit, which exhausted tells',
    { warnAt: [1] },
    [
      [-1, 1],
      [100, 1_000],
    ],
  ],
  [
    'so low or high that they round to something else',
    { warnAt: [0.0001, 0.9999] },
    [
      [-1, 1],
      [100, 1_000],
    ],
  ],
  [
    'of a tenth of a percent',
    { warnAt: [0.995] },
    [
      [-1, 1],
      [99.5, 995],
      [100, 1_000],
    ],
  ],
  ['of a rolling budget, which never begins anew', { period: { kind: 'rolling', lengthMs: 1 } }, [[100, 1_000]]],
])('warnings %s', (_name, changed, expected) => {
  expect(levelsOf({ ...RULE, ...changed }).map(({ threshold, amount }) => [threshold, amount])).toEqual(expected);
});
