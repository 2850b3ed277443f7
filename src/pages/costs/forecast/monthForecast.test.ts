import { fakeApi } from '../../../api/testing/fakeGrafana';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { askMonthDays, HISTORY_DAYS } from './monthDays';
import { monthForecast } from './monthForecast';

const NOW = Date.UTC(2026, 10, 26, 6);
const DAY = 86_400_000;

function answer(url: string, groups: object[]) {
  return fakeApi({ [`GET /api/datasources/uid/gw/resources/usage?${url}`]: { data: { groups, totals: {} } } });
}

const QUERY = (from: number, zone = 'UTC') =>
  `from=${from}&to=${NOW}&bucket=1d&timezone=${encodeURIComponent(zone)}&measures=requests%2Ccost_usd`;
const HISTORY = Date.UTC(2026, 9, 29);

const used = (day: string, nano: number) => ({ time: `${day}T00:00:00.000Z`, requests: 1, cost_nano_usd: nano });

it('asks for four weeks and the month, by day', async () => {
  answer(QUERY(HISTORY), [used('2026-10-29', 5), used('2026-11-26', 7)]);
  const { days, monthStart } = await askMonthDays(gatewayApi('gw'), 'utc', [], NOW);
  expect(monthStart).toBe(Date.UTC(2026, 10, 1));
  expect(days[0]).toEqual({ start: HISTORY, end: HISTORY + DAY, weekday: 4, requests: 1, nanoUsd: 5 });
  expect(days.at(-1)).toMatchObject({ start: Date.UTC(2026, 10, 30), nanoUsd: 0, requests: 0 });
  expect(days).toHaveLength(33);
});

it('goes by the calendar of the time zone, with its short and long days', async () => {
  // Midnight in New York; clocks there went back on 1 November.
  const from = Date.parse('2026-10-29T04:00:00Z');
  answer(QUERY(from, 'America/New_York'), []);
  const { days, monthStart } = await askMonthDays(gatewayApi('gw'), 'America/New_York', [], NOW);
  expect(monthStart).toBe(Date.parse('2026-11-01T04:00:00Z'));
  expect((days[3]!.end - days[3]!.start) / 3_600_000).toBe(25);
  expect(days.at(-1)!.end).toBe(Date.parse('2026-12-01T05:00:00Z'));
});

it('asks within the filters', async () => {
  const requests = answer(`${QUERY(HISTORY)}&team=platform&key=`, []);
  const filters = [
    { dimension: 'team' as const, values: ['platform'] },
    { dimension: 'key' as const, values: ['none'] },
  ];
  await askMonthDays(gatewayApi('gw'), 'utc', filters, NOW);
  expect(requests[0]!.url).toContain('&team=platform&key=');
});

const day = (index: number, nanoUsd: number, requests = 1) => ({
  start: Date.UTC(2026, 10, index),
  end: Date.UTC(2026, 10, index + 1),
  weekday: index % 7,
  nanoUsd,
  requests,
});

it('adds up the month in whole nano-dollars until now', () => {
  const days = Array.from({ length: 30 }, (_, index) =>
    day(index + 1, index < 25 ? 100_000_001 : index === 25 ? 3 : 0)
  );
  const { spent, ends } = monthForecast({ now: NOW, monthStart: days[0]!.start, days });
  expect(spent[0]).toEqual({ time: Date.UTC(2026, 10, 1), usd: 0 });
  expect(spent.at(-1)).toEqual({ time: NOW, usd: 2.500000028 });
  expect(ends).toHaveLength(5);
});

it('counts what is left of today and the days after it', () => {
  const days = Array.from({ length: 30 }, (_, index) => day(index + 1, index < 25 ? 4e9 : index === 25 ? 1e9 : 0));
  const { forecast, pastDays } = monthForecast({ now: NOW, monthStart: days[0]!.start, days });
  expect(pastDays).toBe(25);
  // 101 spent, three quarters of today and four more days.
  expect(forecast!.points.at(-1)!.expected).toBeCloseTo(101 + 3 + 16);
});

it('goes by no day before the first request, and by no more than four weeks', () => {
  const late = Array.from({ length: 30 }, (_, index) => day(index + 1, 0, index >= 23 ? 1 : 0));
  const few = monthForecast({ now: NOW, monthStart: late[0]!.start, days: late });
  expect([few.pastDays, few.forecast]).toEqual([2, undefined]);
  const long = Array.from({ length: 60 }, (_, index) => day(index - 29, 1));
  expect(monthForecast({ now: NOW, monthStart: Date.UTC(2026, 10, 1), days: long }).pastDays).toBe(HISTORY_DAYS);
});
