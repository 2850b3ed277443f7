import { TestPostgres, withPostgres } from '../../../../tests/support/postgres.js';
import { failedEvent, usageEvent } from '../../../../tests/support/usageEvent.js';
import { migrate } from '../../store/migrate.js';
import { openStore } from '../../store/openStore.js';
import type { Store } from '../../store/store.js';
import type { UsageEvent } from '../event.js';
import { writeBatch } from '../ledgerBatch.js';
import { removeExpired } from '../retention.js';
import { toLine } from '../row.js';
import { readTotals } from './readTotals.js';

jest.setTimeout(60_000);

let postgres: TestPostgres | undefined;
afterAll(() => postgres?.remove());

/** Runs a test on both stores. */
function onBoth(name: string, run: (store: Store) => Promise<void>): void {
  const closing = (open: () => Promise<Store>) => async () => {
    const store = await open();
    await run(store).finally(() => store.close());
  };
  test(
    `SQLite: ${name}`,
    closing(() => openStore({ file: ':memory:', threads: false }))
  );
  withPostgres(
    `PostgreSQL: ${name}`,
    closing(async () => {
      postgres ??= await TestPostgres.start();
      return openStore({ databaseUrl: await postgres.createDatabase(), file: '' });
    })
  );
}

const write = (store: Store, ...events: readonly UsageEvent[]) => writeBatch(store, events.map(toLine));

const EVENTS: readonly UsageEvent[] = [
  usageEvent({ id: 'req_t1', team: 'platform', durationMs: 10, cost: { nanoUsd: 3, source: 'config' } }),
  usageEvent({ id: 'req_t2', team: 'platform', durationMs: 10.5, time: Date.UTC(2020, 0, 1) }),
  usageEvent({ id: 'req_t3', durationMs: 900_000, status: 'aborted', cost: undefined, unpriced: true }),
  failedEvent({ id: 'req_t4', team: 'platform', model: 'other-model', durationMs: 45 }),
];
const TOTALS = {
  usage: [
    { team: '', model: 'gpt-4o', requests: 1, errors: 0, nanoUsd: 0 },
    { team: 'platform', model: 'gpt-4o', requests: 2, errors: 0, nanoUsd: 750_003 },
    { team: 'platform', model: 'other-model', requests: 1, errors: 1, nanoUsd: 0 },
  ],
  durations: [
    { model: 'gpt-4o', upToMs: undefined, requests: 1, durationMs: 900_000 },
    { model: 'gpt-4o', upToMs: 10, requests: 1, durationMs: 10 },
    { model: 'gpt-4o', upToMs: 50, requests: 1, durationMs: 10.5 },
    { model: 'other-model', upToMs: 50, requests: 1, durationMs: 45 },
  ],
};

onBoth('totals are of all that was ever written, and nothing takes from them', async (store) => {
  await write(store, ...EVENTS.slice(0, 2));
  // Written twice, an event counts once.
  await write(store, ...EVENTS.slice(1));
  expect(await readTotals(store, 10)).toEqual(TOTALS);
  await removeExpired(store, { requests: 1, contents: 1, rollups: 1 }, Date.UTC(2027, 0, 1));
  expect(await store.db.selectFrom('requests').select('id').execute()).toEqual([]);
  expect(await readTotals(store, 10)).toEqual(TOTALS);
});

onBoth('a ledger of the layout before has its totals too', async (store) => {
  await write(store, ...EVENTS);
  await migrate(store.db, store.dialect, '0003_alerts');
  await migrate(store.db, store.dialect);
  expect(await readTotals(store, 10)).toEqual(TOTALS);
});

onBoth('teams past the first so many are told as one, and the first stay the first', async (store) => {
  const teams = async () => {
    const { usage } = await readTotals(store, 2);
    return usage.map(({ team, requests }) => `${team}: ${requests}`);
  };
  await write(store, usageEvent({ team: 'z' }), usageEvent({ team: 'y' }));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await teams()).toEqual(['y: 1', 'z: 1']);
  await write(store, usageEvent({ team: 'a' }), usageEvent({ team: 'b' }), usageEvent({ team: 'a', model: 'm' }));
  await write(store, usageEvent({ team: 'z' }));
  expect(await teams()).toEqual(['other: 2', 'other: 1', 'y: 1', 'z: 2']);
});

withPostgres('PostgreSQL: writers that write the same at once lose nothing', async () => {
  postgres ??= await TestPostgres.start();
  const databaseUrl = await postgres.createDatabase();
  const stores = [
    await openStore({ databaseUrl, file: '' }),
    await openStore({ databaseUrl, file: '', migrate: false }),
  ];
  const batches = Array.from({ length: 20 }, () => ['a', 'b', 'c'].map((team) => usageEvent({ team })));
  await Promise.all(batches.map((batch, index) => write(stores[index % 2] as Store, ...batch)));
  const { usage, durations } = await readTotals(stores[0] as Store, 10);
  expect(usage.map(({ requests }) => requests)).toEqual([20, 20, 20]);
  expect(durations.map(({ requests }) => requests)).toEqual([60]);
  await Promise.all(stores.map((store) => store.close()));
});
