import { cover } from './cover.js';

const range = (from: number, to: number) => ({ from, to });

test.each([
  ['whole grains only', range(10, 40), [], range(10, 40), [], []],
  ['both ends ragged', range(12, 38), [], range(20, 30), [], [range(12, 20), range(30, 38)]],
  ['a ragged beginning', range(12, 30), [], range(20, 30), [], [range(12, 20)]],
  ['a ragged end', range(10, 21), [], range(10, 20), [], [range(20, 21)]],
  ['no whole grain', range(12, 28), [], undefined, [], [range(12, 20), range(20, 28)]],
  ['within one grain', range(12, 18), [], undefined, [], [range(12, 18)]],
  ['cuts between grains change nothing', range(10, 40), [10, 20, 30], range(10, 40), [], []],
  ['a cut through a grain', range(10, 50), [25], range(10, 50), [20], [range(20, 30)]],
  ['two cuts through one grain', range(10, 40), [21, 29], range(10, 40), [20], [range(20, 30)]],
  ['a cut through the first grain', range(10, 40), [15], range(20, 40), [], [range(10, 20)]],
  ['a cut through the last grain', range(10, 28), [24], range(10, 20), [], [range(20, 28)]],
  ['cuts outside the range', range(10, 40), [5, 44], range(10, 40), [], []],
] as const)('%s', (_, asked, cuts, whole, except, ragged) => {
  expect(cover(asked, cuts, 10)).toEqual({ whole, except, ragged });
});
