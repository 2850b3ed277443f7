import { readAudit, writeAudit } from './auditLog.js';
import { openStore } from './openStore.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: 1_000 });
  store = await openStore({ file: ':memory:', threads: false });
  for (const [index, [actor, kind, name]] of CHANGES.entries()) {
    jest.setSystemTime(1_000 + Math.floor(index / 2) * 1_000);
    const entry = { actor, kind, name, address: undefined, action: 'replace', before: { index }, after: undefined };
    await writeAudit(store.db, entry);
  }
});
afterEach(async () => {
  await store.close();
  jest.useRealTimers();
});

/** Two of them in each second. */
const CHANGES = [
  ['ada', 'key', 'ci'],
  ['ada', 'key', 'web'],
  ['bob', 'key', 'ci'],
  ['ada', 'team', 'ci'],
  ['bob', 'budget', 'b'],
] as const;

const indexes = async (query: object): Promise<unknown[]> =>
  (await readAudit(store, { limit: 10, ...query })).map(({ before }) => (before as { index: number }).index);

test('the newest comes first, also of those in one millisecond', async () => {
  expect(await indexes({})).toEqual([4, 3, 2, 1, 0]);
});

test.each([
  [{ kind: 'key' }, [2, 1, 0]],
  [{ name: 'ci' }, [3, 2, 0]],
  [{ actor: 'bob' }, [4, 2]],
  [{ kind: 'key', name: 'ci', actor: 'ada' }, [0]],
  [{ from: 2_000 }, [4, 3, 2]],
  [{ from: 2_000, to: 3_000 }, [3, 2]],
  [{ limit: 2 }, [4, 3]],
  [{ actor: 'nobody' }, []],
])('only what matches %j', async (query, expected) => {
  expect(await indexes(query)).toEqual(expected);
});

test('pages go on where the last one ended', async () => {
  const first = await readAudit(store, { limit: 2 });
  expect(await indexes({ before: first.at(-1)?.id })).toEqual([2, 1, 0]);
});

test('what there was not is not there', async () => {
  const [change] = await readAudit(store, { limit: 1 });
  expect(change).toMatchObject({ actor: 'bob', action: 'replace', kind: 'budget', time: 3_000, before: { index: 4 } });
  expect(change).toMatchObject({ address: undefined, after: undefined });
});
