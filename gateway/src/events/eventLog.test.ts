import { pino } from 'pino';

import { openStore } from '../store/openStore.js';
import type { Store } from '../store/store.js';
import type { GatewayEvent, KeptEvent } from './event.js';
import { EventLog } from './eventLog.js';
import type { EventQuery } from './eventPage.js';

const NOW = Date.UTC(2026, 10, 2, 12);
const silent = pino({ level: 'silent' });

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
});
afterEach(() => store.close());

function reloaded(time: number): GatewayEvent {
  return { time, type: 'config_reloaded', restart_needed: ['server'] };
}

const all: EventQuery = { order: 'asc', limit: 1_000 };
const seconds = (events: readonly KeptEvent[]) => events.map(({ time }) => time - NOW);

test('what is recorded is read as it was, with an id', async () => {
  const log = new EventLog({ db: store.db, log: silent });
  const breaker: GatewayEvent = {
    time: NOW,
    type: 'breaker',
    provider: 'a',
    deployment: 'a/m',
    from: undefined,
    to: 'open',
    reason: 'test',
    followed: false,
  };
  log.record(breaker);
  const { events, partial } = await log.read(all);
  expect(events).toEqual([{ ...breaker, from: undefined, id: expect.stringMatching(/^evt_/) }]);
  expect(partial).toBe(false);
  expect(log.waiting).toBe(0);
});

test('events of one millisecond keep their order', async () => {
  const log = new EventLog({ db: store.db, log: silent });
  const reasons = Array.from({ length: 50 }, (_, index) => `reason ${index}`);
  reasons.forEach((reason) => log.record({ time: NOW, type: 'redis_down', reason }));
  const { events } = await log.read(all);
  expect(events.map((event) => 'reason' in event && event.reason)).toEqual(reasons);
});

describe.each(['the store', 'memory'])('read from %s', (source) => {
  let log: EventLog;
  beforeEach(async () => {
    const db = source === 'memory' ? broken() : store.db;
    log = new EventLog({ db, log: silent });
    [3, 1, 2, 2, 4].forEach((second) => log.record(reloaded(NOW + second)));
    log.record({ time: NOW + 3, type: 'store_up' });
  });

  test.each<[string, Partial<EventQuery>, number[]]>([
    ['oldest first', {}, [1, 2, 2, 3, 3, 4]],
    ['newest first', { order: 'desc' }, [4, 3, 3, 2, 2, 1]],
    ['from a time on', { from: NOW + 3 }, [3, 3, 4]],
    ['to a time, which is not included', { to: NOW + 3 }, [1, 2, 2]],
    ['of a type', { types: ['store_up', 'store_down'] }, [3]],
    ['no more than asked for', { order: 'desc', limit: 2 }, [4, 3]],
  ])('%s', async (_name, query, expected) => {
    const { events, partial } = await log.read({ ...all, ...query });
    expect(seconds(events)).toEqual(expected);
    expect(partial).toBe(source === 'memory');
  });

  test.each(['asc', 'desc'] as const)('pages %s hold each event once', async (order) => {
    const ids: string[] = [];
    let after: EventQuery['after'];
    do {
      const page = await log.read({ order, limit: 2, after });
      ids.push(...page.events.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    const { events } = await log.read({ ...all, order });
    expect(ids).toEqual(events.map(({ id }) => id));
    expect(new Set(ids).size).toBe(6);
  });
});

test('while the store is down the newest 1,000 are kept, and written once it is back', async () => {
  let down = true;
  const log = new EventLog({ db: broken(() => down), log: silent });
  for (let index = 1; index <= 1_005; index++) {
    log.record(reloaded(NOW + index));
  }
  const meanwhile = await log.read({ order: 'asc', limit: 2 });
  expect(seconds(meanwhile.events)).toEqual([6, 7]);
  expect(meanwhile.partial).toBe(true);
  down = false;
  const afterwards = await log.read(all);
  expect(afterwards.partial).toBe(false);
  expect(afterwards.events).toHaveLength(1_000);
  expect(seconds(afterwards.events)[0]).toBe(6);
});

test('an event of a transaction is there only if the transaction is', async () => {
  const log = new EventLog({ db: store.db, log: silent });
  const failed = store.db.transaction().execute(async (transaction) => {
    await log.recordIn(transaction, reloaded(NOW + 1));
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  await store.db.transaction().execute((transaction) => log.recordIn(transaction, reloaded(NOW + 2)));
  expect(seconds((await log.read(all)).events)).toEqual([2]);
});

test('closing writes what is left', async () => {
  const log = new EventLog({ db: store.db, log: silent });
  log.record(reloaded(NOW));
  await log.close();
  expect(await store.db.selectFrom('events').select('type').execute()).toEqual([{ type: 'config_reloaded' }]);
});

/** The store, but for what it refuses. */
function broken(isDown: () => boolean = () => true): Store['db'] {
  return new Proxy(store.db, {
    get(db, name) {
      if (isDown()) {
        throw new Error('the store is down');
      }
      const value = Reflect.get(db, name) as unknown;
      return typeof value === 'function' ? (value.bind(db) as unknown) : value;
    },
  });
}
