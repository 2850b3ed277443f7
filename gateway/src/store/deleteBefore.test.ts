import { deleteBefore } from './deleteBefore.js';
import { openStore } from './openStore.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ':memory:', threads: false });
});
afterEach(() => store.close());

async function insert(times: readonly number[]): Promise<void> {
  const events = times.map((time, index) => ({ id: String(index), time, type: 't', document: '{}' }));
  await store.db.insertInto('events').values(events).execute();
}
const remaining = async () => {
  const rows = await store.db.selectFrom('events').select('time').orderBy('time').execute();
  return rows.map(({ time }) => time);
};
const EVENTS = { table: 'events', column: 'time' } as const;

test.each([
  ['fewer than a part', [1, 2, 10], 2],
  ['a whole number of parts', [1, 2, 3, 4, 5, 6, 10], 6],
  ['parts and a rest', [1, 2, 3, 4, 5, 6, 7, 10], 7],
  ['many of one time', [1, 1, 1, 1, 1, 1, 1, 2, 10], 8],
  ['nothing', [10, 11], 0],
])('%s: all before the time go, the others stay', async (_case, times, gone) => {
  await insert(times);
  expect(await deleteBefore(store.db, EVENTS, 10, undefined, 3)).toBe(gone);
  expect(await remaining()).toEqual(times.filter((time) => time >= 10));
});

test('can be stopped between parts', async () => {
  await insert([1, 2, 3, 4, 5, 6, 7]);
  const stopping = new AbortController();
  const deleting = deleteBefore(store.db, EVENTS, 10, stopping.signal, 3);
  stopping.abort();
  expect(await deleting).toBe(3);
  expect(await remaining()).toEqual([4, 5, 6, 7]);
});
