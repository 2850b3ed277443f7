import { dateTime, type TimeRange } from '@grafana/data';
import { calendarPeriodBefore } from './periodBefore';

const range = (from: string, to: string, raw: TimeRange['raw']): TimeRange => ({
  from: dateTime(from),
  to: dateTime(to),
  raw,
});
const textOf = (before: TimeRange | undefined) => before && [before.from.toISOString(), before.to.toISOString()];

it.each([
  ['now/d', '2026-11-26T00:00:00.000Z', '2026-11-25T00:00:00.000Z', '2026-11-25T09:30:00.000Z'],
  ['now/M', '2026-11-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z', '2026-10-26T09:30:00.000Z'],
  ['now/y', '2026-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '2025-11-26T09:30:00.000Z'],
])('compares %s so far with as much of the one before', (raw, from, ...expected) => {
  const before = calendarPeriodBefore(range(from, '2026-11-26T09:30:00.000Z', { from: raw, to: 'now' }));
  expect(textOf(before)).toEqual(expected);
});

it('ends where the month before does', () => {
  const march = range('2026-03-01T00:00:00.000Z', '2026-03-31T12:00:00.000Z', { from: 'now/M', to: 'now' });
  expect(textOf(calendarPeriodBefore(march))).toEqual(['2026-02-01T00:00:00.000Z', '2026-02-28T12:00:00.000Z']);
});

it.each([
  { from: 'now-1h', to: 'now' },
  { from: 'now/d', to: 'now-1h' },
])('leaves %j to be counted back', (raw) => {
  expect(calendarPeriodBefore(range('2026-11-26T08:00:00.000Z', '2026-11-26T09:00:00.000Z', raw))).toBeUndefined();
});
