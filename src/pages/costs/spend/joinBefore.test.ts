import type { Usage } from './askBreakdown';
import { joinBefore } from './joinBefore';

const usage = (costs: Record<string, number>, count = Object.keys(costs).length) =>
  ({
    groups: Object.entries(costs).map(([team, cost]) => ({ team, cost_nano_usd: cost, requests: 3 })),
    totals: {},
    group_count: count,
  }) as unknown as Usage;

const rows = (now: Usage, before?: Usage) =>
  joinBefore(now, before, 'team').map(({ group, costBefore }) => [group.team, group.requests, costBefore]);

it('has rows of this period only while nothing is compared', () => {
  expect(rows(usage({ a: 1 }))).toEqual([['a', 3, undefined]]);
});

it('has each with its cost before, who is new and who is gone', () => {
  expect(rows(usage({ a: 2, b: 1 }), usage({ a: 5, c: 4 }))).toEqual([
    ['a', 3, 5],
    ['b', 3, 0],
    ['c', undefined, 4],
  ]);
});

it('takes nobody for new or gone who may just be below what was listed', () => {
  expect(rows(usage({ a: 2, b: 1 }, 200), usage({ a: 5, c: 4 }, 200))).toEqual([
    ['a', 3, 5],
    ['b', 3, undefined],
  ]);
});
