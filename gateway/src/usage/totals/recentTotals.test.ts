import type { UsageTotals } from './readTotals.js';
import { RecentTotals } from './recentTotals.js';

const totals = (requests: number): UsageTotals => ({
  usage: [{ team: 'a', model: 'm', requests, errors: 0, nanoUsd: 0 }],
  durations: [],
});

test('scrapes within ten seconds, and at once, share one reading', async () => {
  let [now, reads] = [0, 0];
  const recent = new RecentTotals(
    async () => totals(++reads),
    () => now
  );
  expect(await Promise.all([recent.get(), recent.get()])).toEqual([totals(1), totals(1)]);
  now = 9_999;
  expect(await recent.get()).toEqual(totals(1));
  now = 10_000;
  expect(await recent.get()).toEqual(totals(2));
});

test('what failed is not kept', async () => {
  let down = true;
  const recent = new RecentTotals(async () => {
    if (down) {
      throw new Error('down');
    }
    return totals(1);
  });
  await expect(recent.get()).rejects.toThrow('down');
  down = false;
  expect(await recent.get()).toEqual(totals(1));
});

test('a store that hangs is not asked again and again, and its late answer is taken', async () => {
  let reads = 0;
  let answer: (found: UsageTotals) => void = () => undefined;
  const recent = new RecentTotals(
    () => {
      reads += 1;
      return new Promise((resolve) => (answer = resolve));
    },
    () => 0,
    20
  );
  await expect(recent.get()).rejects.toThrow('did not answer within 20 ms');
  await expect(recent.get()).rejects.toThrow('did not answer within 20 ms');
  expect(reads).toBe(1);
  answer(totals(7));
  expect(await recent.get()).toEqual(totals(7));
  expect(reads).toBe(1);
});
