import { FIGURE, forecastFrames, LINES } from './forecastFrames';
import type { MonthForecast } from './monthForecast';

const MONTH: MonthForecast = {
  spent: [
    { time: 0, usd: 0 },
    { time: 10, usd: 4 },
    { time: 15, usd: 6 },
  ],
  pastDays: 20,
  ends: [20, 30],
  forecast: {
    method: 'weekday',
    points: [
      { expected: 8, low: 7, high: 9 },
      { expected: 12, low: 10, high: 14.5 },
    ],
  },
};

const frame = (refId: string, month = MONTH) => forecastFrames(month).find((each) => each.refId === refId)!;
const columns = (refId: string, month = MONTH) =>
  Object.fromEntries(frame(refId, month).fields.map(({ name, values }) => [name, values]));

it('draws what was spent until now, and from there what is expected', () => {
  expect(columns(LINES)).toEqual({
    time: [0, 10, 15, 20, 30],
    spent: [0, 4, 6, null, null],
    expected: [null, null, 6, 8, 12],
    low: [null, null, 6, 7, 10],
    high: [null, null, 6, 9, 14.5],
  });
});

it('says how it expects', () => {
  const name = frame(LINES).fields.find(({ name }) => name === 'expected')!.config.displayNameFromDS;
  expect(name).toBe('Expected, by the mean of each weekday of the last 28 days');
});

it('tells the month’s end with its band', () => {
  expect(columns(FIGURE)).toEqual({ '80 %: $10.00 to $14.50': [12] });
});

it('invents nothing where there are too few days', () => {
  const early = { ...MONTH, forecast: undefined };
  expect(columns(LINES, early)).toEqual({ time: [0, 10, 15], spent: [0, 4, 6] });
  expect(frame(FIGURE, early)).toMatchObject({ length: 0, fields: [] });
});

it('knows the end of a month that is over', () => {
  const over = { ...MONTH, ends: [], forecast: { method: 'mean' as const, points: [] } };
  expect(columns(FIGURE, over)).toEqual({ '80 %: $6.00 to $6.00': [6] });
});
