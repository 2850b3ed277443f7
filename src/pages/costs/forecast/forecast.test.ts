import { forecast, type PastDay } from './forecast';
import { upperTenth } from './quantile';

const days = (...costs: number[]): PastDay[] => costs.map((usd, index) => ({ weekday: index % 7, usd }));
const coming = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => ({ weekday: (first + index) % 7, share: 1 }));

it.each([0, 1, 2])('says nothing of %d days', (count) => {
  expect(forecast(days(...Array<number>(count).fill(5)), coming(10), 10)).toBeUndefined();
});

it('expects days to be like the mean of a few', () => {
  const { method, points } = forecast(days(2, 4, 6), coming(2), 10)!;
  expect(method).toBe('mean');
  expect(points.map(({ expected }) => expected)).toEqual([14, 18]);
  // σ = 2 with two degrees of freedom; two days ahead, and a mean of three.
  const half = upperTenth(2) * 2 * Math.sqrt(2 + 4 / 3);
  expect(points[1]!.high).toBeCloseTo(18 + half);
  expect(points[1]!.low).toBeCloseTo(18 - half);
});

it('expects weekdays to be like themselves once each was seen twice', () => {
  const week = [10, 10, 10, 10, 10, 2, 2];
  const { method, points } = forecast(days(...week, ...week), coming(7), 0)!;
  expect(method).toBe('weekday');
  expect(points.map(({ expected }) => expected)).toEqual([10, 20, 30, 40, 50, 52, 54]);
  // Nothing was ever off: no band.
  expect(points[6]).toMatchObject({ low: 54, high: 54 });
});

it('counts only what is left of today', () => {
  const { points } = forecast(days(4, 4, 4), [{ weekday: 3, share: 0.25 }], 3)!;
  expect(points).toEqual([{ expected: 4, low: 4, high: 4 }]);
});

it('is never below what is spent already', () => {
  const { points } = forecast(days(0, 0, 100), coming(3), 50)!;
  expect(points.every(({ low }) => low >= 50)).toBe(true);
});

it('has no point where no day is left', () => {
  expect(forecast(days(1, 2, 3), [], 6)!.points).toEqual([]);
});

it.each([
  ['few days', 5, 12],
  ['weeks', 28, 20],
])('holds four of five months in its band, by %s', (_, known, ahead) => {
  const random = normal(42);
  const season = [10, 10, 10, 10, 10, 3, 3];
  const cost = (index: number) => Math.max(0, (known < 14 ? 10 : season[index % 7]!) + random());
  const runs = 3_000;
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const past = Array.from({ length: known }, (_, index) => ({ weekday: index % 7, usd: cost(index) }));
    const { points } = forecast(past, coming(ahead, known % 7), 0)!;
    const truth = Array.from({ length: ahead }, (_, index) => cost(known + index)).reduce((sum, each) => sum + each);
    const { low, high } = points.at(-1)!;
    held += truth >= low && truth <= high ? 1 : 0;
  }
  expect(held / runs).toBeGreaterThan(0.77);
  expect(held / runs).toBeLessThan(0.83);
});

it.each([
  [2, 1.886],
  [5, 1.476],
  [30, 1.31],
])('knows Student’s quantile of %d degrees of freedom', (freedom, value) => {
  expect(Math.abs(upperTenth(freedom) / value - 1)).toBeLessThan(0.025);
});

/** Box and Muller over Mulberry32: the same at every run. */
function normal(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
