import { pino } from 'pino';

import type { BudgetEvent } from '../events/event.js';
import { openStore } from '../store/openStore.js';
import type { Store } from '../store/store.js';
import { BudgetWatch } from './budgetWatch.js';
import type { BudgetWatchParts } from './budgetWatchParts.js';
import type { Standing } from './counting/counters.js';
import { calendarWindow } from './counting/window.js';
import type { BudgetRule } from './rules.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 10, 2, 12);
const MIDNIGHT = Date.UTC(2026, 10, 3);
const USD = 1_000_000_000;

const RULE: BudgetRule = {
  name: 'teams',
  subject: { kind: 'team', value: '*' },
  unit: 'usd',
  limit: 10 * USD,
  period: { kind: 'calendar', unit: 'daily', timezone: 'UTC' },
  hard: true,
  warnAt: [0.5, 0.8],
};
const ROLLING: BudgetRule = { ...RULE, name: 'rolling', period: { kind: 'rolling', lengthMs: 5 * HOUR } };

let store: Store;
let now: number;
let told: BudgetEvent[];
let resets: string[];
let afterwards: BudgetEvent[];
let tellFails: boolean;

beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
  now = NOON;
  told = [];
  resets = [];
  afterwards = [];
  tellFails = false;
});
afterEach(() => store.close());

function open(rules: readonly BudgetRule[] = [RULE, ROLLING], changed: Partial<BudgetWatchParts> = {}): BudgetWatch {
  return new BudgetWatch({
    db: store.db,
    rules: () => rules,
    tell: async (_transaction, event) => {
      if (tellFails) {
        throw new Error('the store refuses');
      }
      told.push(event);
    },
    onTold: (event) => void afterwards.push(event),
    onReset: ({ name }, subject) => void resets.push(`${name} ${subject}`),
    log: pino({ level: 'silent' }),
    now: () => now,
    ...changed,
  });
}

/** Where the counter of a rule stands now. @param used US dollars */
function standing(used: number, rule = RULE, reserved = 0): Standing {
  const { period } = rule;
  const resetsAt =
    period.kind === 'calendar' ? calendarWindow(period.unit, period.timezone, now).end : now + period.lengthMs;
  return { counter: 'c', used: used * USD, reserved: reserved * USD, limit: rule.limit, resetsAt };
}

const summary = (events: readonly BudgetEvent[]) =>
  events.map(({ type, subject, threshold }) => `${subject.value} ${type}${threshold ? ` ${threshold}` : ''}`);

test('each threshold is told once when it is crossed, the last as exhausted', async () => {
  const watch = open();
  for (const used of [1, 4.999999999, 5, 6, 7.9, 8, 9, 10, 11]) {
    watch.observe(RULE, 'search', standing(used));
    await watch.settled();
  }
  expect(told).toEqual([
    expect.objectContaining({ type: 'budget_warning', threshold: 0.5, used: 5 }),
    expect.objectContaining({ type: 'budget_warning', threshold: 0.8, used: 8 }),
    {
      time: NOON,
      type: 'budget_exhausted',
      budget: 'teams',
      subject: { kind: 'team', value: 'search' },
      unit: 'usd',
      limit: 10,
      used: 10,
      hard: true,
      window_start: '2026-11-02T00:00:00.000Z',
      resets_at: '2026-11-03T00:00:00.000Z',
    },
  ]);
  expect(afterwards).toEqual(told);
});

test('all that one request crosses is told', async () => {
  const watch = open();
  watch.observe(RULE, 'search', standing(12));
  await watch.settled();
  expect(summary(told)).toEqual(['search budget_warning 0.5', 'search budget_warning 0.8', 'search budget_exhausted']);
});

test('a budget in tokens tells tokens', async () => {
  const rule: BudgetRule = { ...RULE, unit: 'tokens', limit: 1_000 };
  const watch = open([rule]);
  watch.observe(rule, 'search', { ...standing(0), used: 600 });
  await watch.settled();
  expect(told).toEqual([expect.objectContaining({ unit: 'tokens', limit: 1_000, used: 600, threshold: 0.5 })]);
});

test('every subject and every budget has its own', async () => {
  const watch = open();
  watch.observe(RULE, 'search', standing(5));
  watch.observe(RULE, 'chat', standing(5));
  watch.observe(ROLLING, 'search', standing(5, ROLLING));
  await watch.settled();
  expect(told.map(({ budget, subject }) => `${budget} ${subject.value}`).sort()).toEqual([
    'rolling search',
    'teams chat',
    'teams search',
  ]);
});

test('replicas and later processes do not tell it again', async () => {
  const replicas = [open(), open(), open()];
  replicas.forEach((watch) => watch.observe(RULE, 'search', standing(12)));
  await Promise.all(replicas.map((watch) => watch.settled()));
  const restarted = open();
  restarted.observe(RULE, 'search', standing(12));
  await restarted.settled();
  expect(summary(told)).toEqual(['search budget_warning 0.5', 'search budget_warning 0.8', 'search budget_exhausted']);
});

test('a threshold counts again in the next window, also of a rolling budget', async () => {
  const watch = open();
  for (const rule of [RULE, ROLLING]) {
    now = NOON;
    watch.observe(rule, 'search', standing(5, rule));
    now = NOON + DAY;
    watch.observe(rule, 'search', standing(6, rule));
    watch.observe(rule, 'search', standing(7, rule));
  }
  await watch.settled();
  expect(told.filter(({ type }) => type === 'budget_warning').map(({ budget }) => budget)).toEqual([
    'teams',
    'teams',
    'rolling',
    'rolling',
  ]);
});

test('what costs nothing writes nothing', async () => {
  const watch = open();
  watch.observe(RULE, 'search', standing(0));
  await watch.settled();
  expect(await store.db.selectFrom('budget_notices').selectAll().execute()).toEqual([]);
});

test('what has been seen costs no query', async () => {
  const watch = open();
  watch.observe(RULE, 'search', standing(5));
  await watch.settled();
  const insert = jest.spyOn(store.db, 'insertInto');
  const transaction = jest.spyOn(store.db, 'transaction');
  [5, 6, 7.9].forEach((used) => watch.observe(RULE, 'search', standing(used)));
  await watch.settled();
  expect(insert).not.toHaveBeenCalled();
  expect(transaction).not.toHaveBeenCalled();
});

describe('a refusal', () => {
  test.each<[string, number, number, string[]]>([
    ['of a budget that is nearly spent is told as exhausted', 9.5, 0, ['search budget_exhausted']],
    ['while others have reserved what is left is not', 9.5, 0.4, []],
    ['of a request that is too large for a fresh budget is not', 2, 0, []],
  ])('%s', async (_name, used, reserved, expected) => {
    const watch = open();
    watch.refused(RULE, 'search', standing(used, RULE, reserved));
    watch.refused(RULE, 'search', standing(used, RULE, reserved));
    watch.observe(RULE, 'chat', standing(0));
    await watch.settled();
    expect(summary(told)).toEqual(expected);
  });

  test('and the spending that follows tell of it once', async () => {
    const watch = open();
    watch.refused(RULE, 'search', standing(9.5));
    watch.observe(RULE, 'search', standing(10.5));
    watch.refused(RULE, 'search', standing(10.5));
    await watch.settled();
    expect(summary(told).filter((line) => line.includes('exhausted'))).toHaveLength(1);
  });
});

describe('a new window', () => {
  test('is told of once for each subject that spent in the one before', async () => {
    const replicas = [open(), open()];
    replicas.forEach((watch) => watch.observe(RULE, 'search', standing(1)));
    replicas[1]?.observe(RULE, 'chat', standing(2));
    await Promise.all(replicas.map((watch) => watch.settled()));
    await Promise.all(replicas.map((watch) => watch.tick()));
    expect(told).toEqual([]);

    now = MIDNIGHT;
    // One that was started since knows it from the store.
    await Promise.all([...replicas, open()].map((watch) => watch.tick()));
    expect(summary(told).sort()).toEqual(['chat budget_reset', 'search budget_reset']);
    expect(told[0]).toMatchObject({ window_start: '2026-11-03T00:00:00.000Z', resets_at: '2026-11-04T00:00:00.000Z' });
    expect(told[0]).not.toHaveProperty('used');
    expect([...resets].sort()).toEqual(['teams chat', 'teams search']);

    now = MIDNIGHT + DAY;
    await open().tick();
    expect(resets).toHaveLength(2);
  });

  test('is told of for many subjects', async () => {
    const watch = open();
    const names = Array.from({ length: 1_234 }, (_, index) => `team-${index}`);
    names.forEach((name) => watch.observe(RULE, name, standing(1)));
    await watch.settled();
    now = MIDNIGHT;
    await watch.tick();
    expect(new Set(resets).size).toBe(1_234);
    expect(resets).toHaveLength(1_234);
  });

  test('of a rolling budget is none', async () => {
    const watch = open();
    watch.observe(ROLLING, 'search', standing(12, ROLLING));
    await watch.settled();
    now = NOON + 30 * DAY;
    await watch.tick();
    expect(resets).toEqual([]);
  });

  test('of a budget that there is no longer is told to nobody', async () => {
    const watch = open([ROLLING]);
    watch.observe(RULE, 'search', standing(1));
    await watch.settled();
    now = MIDNIGHT;
    await watch.tick();
    expect(told).toEqual([]);
  });

  test('leaves no notice behind that nobody needs', async () => {
    const watch = open();
    watch.observe(RULE, 'search', standing(12));
    watch.observe(ROLLING, 'search', standing(12, ROLLING));
    await watch.settled();
    now = NOON + 3 * DAY;
    await watch.tick();
    const left = await store.db.selectFrom('budget_notices').select(['budget', 'threshold']).execute();
    expect(left).toEqual([{ budget: 'teams', threshold: 0 }]);
  });

  test('that could not be told is told at the next look', async () => {
    const watch = open();
    watch.observe(RULE, 'search', standing(1));
    await watch.settled();
    now = MIDNIGHT;
    tellFails = true;
    await watch.tick();
    expect(resets).toEqual([]);
    tellFails = false;
    await watch.tick();
    await watch.tick();
    expect(resets).toEqual(['teams search']);
  });
});

test('what the store refuses is not claimed, and told once it is back', async () => {
  const watch = open();
  tellFails = true;
  watch.observe(RULE, 'search', standing(6));
  await watch.settled();
  expect(await store.db.selectFrom('budget_notices').select('threshold').execute()).toEqual([{ threshold: -1 }]);
  tellFails = false;
  await watch.close();
  expect(summary(told)).toEqual(['search budget_warning 0.5']);
});
