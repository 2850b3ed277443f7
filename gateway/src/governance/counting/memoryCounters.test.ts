import pino from 'pino';

import { DAY, FakeLedger, START, parallel, rate, spend, used } from '../../../../tests/support/counting.js';
import { MemoryCounters } from './memoryCounters.js';

const log = pino({ enabled: false });

test('nothing is waited for but the ledger', async () => {
  const counters = new MemoryCounters({ log });
  const ledger = new FakeLedger();
  expect(counters.reserve('1', [spend('a', 1, 10), rate('b', 1, 10), parallel('c', 1)], START)).not.toBeInstanceOf(
    Promise
  );
  const seeded = spend('d', 1, 10, { seed: ledger.seed });
  const first = counters.reserve('2', [seeded], START);
  expect(first).toBeInstanceOf(Promise);
  await first;
  expect(counters.reserve('3', [seeded], START)).toMatchObject({ granted: true });
});

test('counters of windows that are over go, those that hold something stay', async () => {
  const counters = new MemoryCounters({ log });
  await counters.reserve('held', [rate('held', 1, 1), parallel('held-too', 1)], START);
  for (let user = 0; user < 1_000; user++) {
    const at = START + 1_000 * user;
    await counters.reserve(`${user}`, [rate(`user-${user}`, 1, 1), parallel(`user-${user}-too`, 1)], at);
    counters.settle(`${user}`, [1, 1]);
  }
  expect(counters.size).toBeLessThan(600);
  expect(await used(counters, parallel('held-too', 1), START)).toEqual([0, 1]);
  counters.settle('held', [1, 1]);
  expect(await used(counters, parallel('held-too', 1), START)).toEqual([0, 0]);
});

test('where there are too many, idle ones go and are read from the ledger when they are back', async () => {
  const counters = new MemoryCounters({ log, maxCounters: 100 });
  const ledger = new FakeLedger();
  const claim = (user: number) => spend(`user-${user}`, 5, 10, { seed: ledger.seed, window: DAY });
  for (let user = 0; user < 1_000; user++) {
    await counters.reserve(`${user}`, [claim(user)], START);
    counters.settle(`${user}`, [5]);
  }
  expect(counters.size).toBeLessThanOrEqual(100);
  ledger.rows = [{ at: START, amount: 7 }];
  expect(await counters.reserve('back', [claim(0)], START)).toMatchObject({ granted: false, standing: { used: 7 } });
});

test('a new counter may begin with what is known otherwise', async () => {
  const counters = new MemoryCounters({ log, initial: ({ counter }) => [{ at: START, amount: counter.length }] });
  expect(await used(counters, spend('four', 1, 10), START)).toEqual([4, 0]);
});

test('a ledger that does not answer at all holds a request up for two seconds, not for ever', async () => {
  jest.useFakeTimers();
  try {
    const counters = new MemoryCounters({ log });
    const ledger = new FakeLedger();
    ledger.gate = new Promise(() => {});
    const waiting = counters.reserve('1', [spend('a', 1, 10, { seed: ledger.seed })], START);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await waiting).toMatchObject({ granted: true });
    await counters.close();
  } finally {
    jest.useRealTimers();
  }
});
