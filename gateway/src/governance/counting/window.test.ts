import fc from 'fast-check';

import { type CalendarUnit, calendarWindow, isTimezone } from './window.js';

const iso = ({ start, end }: { start: number; end: number }) =>
  [start, end].map((time) => new Date(time).toISOString().replace('.000Z', 'Z'));

test.each<[string, CalendarUnit, string, string, string, string]>([
  ['a day in UTC', 'daily', 'UTC', '2026-03-29T12:00:00Z', '2026-03-29T00:00:00Z', '2026-03-30T00:00:00Z'],
  ['its first instant', 'daily', 'UTC', '2026-03-29T00:00:00Z', '2026-03-29T00:00:00Z', '2026-03-30T00:00:00Z'],
  [
    'a day of 23 hours',
    'daily',
    'Europe/Berlin',
    '2026-03-29T10:00:00Z',
    '2026-03-28T23:00:00Z',
    '2026-03-29T22:00:00Z',
  ],
  [
    'a day of 25 hours',
    'daily',
    'Europe/Berlin',
    '2026-10-25T10:00:00Z',
    '2026-10-24T22:00:00Z',
    '2026-10-25T23:00:00Z',
  ],
  ['half hours', 'daily', 'Asia/Kolkata', '2026-01-01T18:30:00Z', '2026-01-01T18:30:00Z', '2026-01-02T18:30:00Z'],
  [
    'half hours and DST',
    'daily',
    'America/St_Johns',
    '2026-03-08T12:00:00Z',
    '2026-03-08T03:30:00Z',
    '2026-03-09T02:30:00Z',
  ],
  [
    'the day before a skipped date',
    'daily',
    'Pacific/Apia',
    '2011-12-30T09:00:00Z',
    '2011-12-29T10:00:00Z',
    '2011-12-30T10:00:00Z',
  ],
  [
    'the day after a skipped date',
    'daily',
    'Pacific/Apia',
    '2011-12-30T10:00:00Z',
    '2011-12-30T10:00:00Z',
    '2011-12-31T10:00:00Z',
  ],
  [
    'a day that begins at one',
    'daily',
    'Africa/Cairo',
    '2026-04-24T12:00:00Z',
    '2026-04-23T22:00:00Z',
    '2026-04-24T21:00:00Z',
  ],
  [
    'clocks set back over midnight',
    'daily',
    'America/St_Johns',
    '2010-11-07T02:45:00Z',
    '2010-11-07T02:30:00Z',
    '2010-11-08T03:30:00Z',
  ],
  [
    'an hour that midnight has twice',
    'daily',
    'America/Havana',
    '2026-11-01T05:30:00Z',
    '2026-11-01T04:00:00Z',
    '2026-11-02T05:00:00Z',
  ],
  ['a week, on Sunday', 'weekly', 'UTC', '2026-01-04T23:59:59Z', '2025-12-29T00:00:00Z', '2026-01-05T00:00:00Z'],
  [
    'a week, on Monday',
    'weekly',
    'America/New_York',
    '2026-03-02T05:00:00Z',
    '2026-03-02T05:00:00Z',
    '2026-03-09T04:00:00Z',
  ],
  ['a month', 'monthly', 'UTC', '2026-12-31T23:59:59Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  [
    'a leap month far east',
    'monthly',
    'Pacific/Kiritimati',
    '2028-02-29T09:59:59Z',
    '2028-01-31T10:00:00Z',
    '2028-02-29T10:00:00Z',
  ],
])('%s', (_what, unit, timezone, at, start, end) => {
  expect(iso(calendarWindow(unit, timezone, Date.parse(at)))).toEqual([start, end]);
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Cairo',
  'Asia/Beirut',
];
ZONES.push(
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Tehran',
  'Pacific/Chatham',
  'America/Sao_Paulo',
  'Africa/Casablanca'
);
const UNITS = ['daily', 'weekly', 'monthly'] as const;

test('windows lie end to end, hold the time asked for, and begin where the date changes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...UNITS),
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) }),
      (unit, timezone, at) => {
        const { start, end } = calendarWindow(unit, timezone, at);
        expect(start).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThan(at);
        expect(calendarWindow(unit, timezone, start - 1).end).toBe(start);
        expect(calendarWindow(unit, timezone, end).start).toBe(end);
        const date = new Intl.DateTimeFormat('sv', { timeZone: timezone, dateStyle: 'short' });
        expect(date.format(start - 1) < date.format(start)).toBe(true);
        if (unit === 'daily') {
          // No other date begins within the day.
          for (let time = start; time < end; time += 900_000) {
            expect(date.format(time) <= date.format(start)).toBe(true);
          }
        }
      }
    ),
    { numRuns: 500 }
  );
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Mars/Olympus_Mons', false],
  ['', false],
])('knows whether %p is a time zone', (name, known) => {
  expect(isTimezone(name)).toBe(known);
});
