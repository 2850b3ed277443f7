import { burnDown } from './burnDown';
import { budgetWindow } from './budgetWindow';
import { outlook } from './outlook';
import { subjectFilter, type Budget, type Standing } from './standings';

const DAY = 86_400_000;
const window = { start: 0, end: 10 * DAY, isRolling: false };

it('goes from the limit down, and evenly to nothing at the end', () => {
  const steps = [
    { end: DAY, amount: 30 },
    { end: 4 * DAY, amount: 80 },
  ];
  expect(burnDown(100, steps, window, 5 * DAY)).toEqual([
    { time: 0, left: 100, even: 100 },
    { time: DAY, left: 70, even: 90 },
    { time: 4 * DAY, left: -10, even: 60 },
    { time: 5 * DAY, left: -10, even: 50 },
    { time: 10 * DAY, left: null, even: 0 },
  ]);
});

it('has no pace to keep of a rolling window, which has no end', () => {
  const rolling = { start: 0, end: DAY, isRolling: true };
  expect(burnDown(10, [{ end: DAY, amount: 4 }], rolling, DAY)).toEqual([
    { time: 0, left: 10, even: null },
    { time: DAY, left: 6, even: null },
  ]);
});

const budget = (rest: Partial<Budget>): Budget => ({ name: 'b', origin: 'file', ...rest });
const iso = (time: number) => new Date(time).toISOString();

// Thursday; in Berlin it is an hour later.
const NOW = Date.parse('2026-10-29T23:30:00Z');

it.each([
  ['daily', 'UTC', '2026-10-29T00:00:00.000Z', '2026-10-30T00:00:00.000Z'],
  ['daily', 'Europe/Berlin', '2026-10-29T23:00:00.000Z', '2026-10-30T23:00:00.000Z'],
  ['weekly', 'UTC', '2026-10-26T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
  // Summer time ended on the 25th.
  ['monthly', 'Europe/Berlin', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
] as const)('counts %s in %s from %s to %s', (period, timezone, start, end) => {
  const found = budgetWindow(budget({ period, timezone }), NOW);
  expect([iso(found.start), iso(found.end)]).toEqual([start, end]);
});

it('counts the last so long of a rolling window', () => {
  expect(budgetWindow(budget({ window: '7d' }), 8 * DAY)).toEqual({ start: DAY, end: 8 * DAY, isRolling: true });
});

const standing = (used: number, rest: Partial<Standing> = {}): Standing => ({
  subject: { kind: 'team', value: 'a' },
  unit: 'usd',
  limit: 100,
  used,
  reserved: 0,
  remaining: 100 - used,
  resets_at: '',
  ...rest,
});

it.each([
  [standing(0), { kind: 'untouched' }],
  [standing(20), { kind: 'lasts', days: 5 }],
  // 18 a day: 10 are left.
  [standing(90), { kind: 'runs-out', days: 10 / 18 }],
  [standing(100), { kind: 'spent' }],
  [standing(90, { reserved: 10 }), { kind: 'spent' }],
])('tells of %j at half time that %j', (at, expected) => {
  expect(outlook(at, window, 5 * DAY)).toEqual(expected);
});

it('looks for a tag’s requests by its name and value, which may hold a sign of equality', () => {
  expect(subjectFilter(standing(0, { subject: { kind: 'tag', value: 'project=a=b' } }))).toEqual({
    dimension: 'tag:project',
    values: ['a=b'],
  });
  expect(subjectFilter(standing(0))).toEqual({ dimension: 'team', values: ['a'] });
});
