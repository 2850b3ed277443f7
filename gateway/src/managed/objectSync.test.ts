import type { StoredObject } from '../store/storedObject.js';
import { ObjectSync } from './objectSync.js';

const object = (name: string, revision: number, more: Partial<StoredObject> = {}): StoredObject => ({
  kind: 'key',
  name,
  document: { name },
  revision,
  deleted: false,
  createdAt: 1,
  updatedAt: revision,
  ...more,
});

/** A store that answers when it is told to. */
class FakeStore {
  objects: StoredObject[] = [];
  down = false;
  readonly asked: number[] = [];
  gate: Promise<void> = Promise.resolve();

  async changesSince(revision: number): Promise<readonly StoredObject[]> {
    this.asked.push(revision);
    const answer = this.objects.filter((each) => each.revision > revision);
    await this.gate;
    if (this.down) {
      throw new Error('connection refused');
    }
    return answer.sort((a, b) => a.revision - b.revision);
  }
}

let store: FakeStore;
let sync: ObjectSync;
let told: StoredObject[][];
const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

beforeEach(() => {
  jest.clearAllMocks();
  store = new FakeStore();
  told = [];
  sync = new ObjectSync({ store, intervalMs: () => 5_000, log });
  sync.subscribe((changed) => void told.push([...changed]));
});
afterEach(() => {
  sync.stop();
  jest.useRealTimers();
});

const names = () => sync.list('key').map(({ name }) => name);

test('knows what is stored by name, and only asks for what changed since', async () => {
  store.objects = [object('b', 1), object('a', 2), object('gone', 3, { deleted: true })];
  await sync.refresh();
  expect(names()).toEqual(['a', 'b']);
  expect(sync.get('key', 'a')).toMatchObject({ revision: 2 });
  expect(sync.get('key', 'gone')).toBeUndefined();
  expect(sync.get('team', 'a')).toBeUndefined();

  store.objects = [object('b', 4, { deleted: true }), object('a', 5)];
  await sync.refresh();
  expect(names()).toEqual(['a']);
  expect(store.asked).toEqual([0, 3]);
  expect(told.map((changed) => changed.map(({ revision }) => revision))).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

test('listeners are told nothing when nothing changed', async () => {
  await sync.refresh();
  await sync.refresh();
  expect(told).toEqual([]);
});

test('asks again at intervals, until it is stopped', async () => {
  jest.useFakeTimers();
  await sync.start();
  store.objects = [object('a', 1)];
  await jest.advanceTimersByTimeAsync(4_999);
  expect(names()).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(names()).toEqual(['a']);
  sync.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(store.asked).toHaveLength(2);
});

test('what was known stays while the store is down, and it says so', async () => {
  expect(sync.readable).toBe(false);
  store.objects = [object('a', 1)];
  expect(await sync.refresh()).toBe(true);
  expect(sync.readable).toBe(true);

  store.down = true;
  expect(await sync.refresh()).toBe(false);
  expect(await sync.refresh()).toBe(false);
  expect(sync.readable).toBe(false);
  expect(names()).toEqual(['a']);
  expect(log.warn).toHaveBeenCalledTimes(1);

  store.down = false;
  store.objects = [object('b', 2)];
  expect(await sync.refresh()).toBe(true);
  expect(names()).toEqual(['a', 'b']);
  expect(log.info).toHaveBeenCalledTimes(1);
});

test('a store that is down at the start is asked again', async () => {
  jest.useFakeTimers();
  store.down = true;
  await sync.start();
  expect(sync.readable).toBe(false);
  store.down = false;
  store.objects = [object('a', 1)];
  await jest.advanceTimersByTimeAsync(5_000);
  expect(names()).toEqual(['a']);
});

test('a change made here is known at once, and skips nothing that others did before', async () => {
  await sync.refresh();
  await sync.learn(object('mine', 7));
  expect(names()).toEqual(['mine']);
  store.objects = [object('theirs', 6), object('mine', 7)];
  await sync.refresh();
  expect(names()).toEqual(['mine', 'theirs']);
  expect(told.flat().map(({ name }) => name)).toEqual(['mine', 'theirs']);
});

test('an answer that was on its way does not bring back what has been changed since', async () => {
  let open = (): void => undefined;
  store.gate = new Promise((resolve) => (open = resolve));
  store.objects = [object('a', 1)];
  const refreshed = sync.refresh();
  await sync.learn(object('a', 2, { deleted: true }));
  open();
  await refreshed;
  expect(names()).toEqual([]);
});

test('who asks while it is being asked gets an answer to a later question', async () => {
  let open = (): void => undefined;
  store.gate = new Promise((resolve) => (open = resolve));
  const first = sync.refresh();
  await Promise.resolve();
  store.objects = [object('late', 1)];
  const second = sync.refresh();
  const third = sync.refresh();
  open();
  await first;
  await second;
  expect(names()).toEqual(['late']);
  await third;
  expect(store.asked).toEqual([0, 0]);
});

test('a store that is silent is as good as down, until it speaks', async () => {
  jest.useFakeTimers();
  await sync.refresh();
  let open = (): void => undefined;
  store.gate = new Promise((resolve) => (open = resolve));
  store.objects = [object('a', 1)];
  const refreshed = sync.refresh();
  await jest.advanceTimersByTimeAsync(2_999);
  expect(sync.readable).toBe(true);
  await jest.advanceTimersByTimeAsync(1);
  expect(sync.readable).toBe(false);
  expect(await refreshed).toBe(false);
  open();
  expect(await sync.refresh()).toBe(true);
  expect(sync.readable).toBe(true);
  expect(names()).toEqual(['a']);
});

test('what a listener does is waited for, and its failure told and survived', async () => {
  let done = false;
  sync.subscribe(async () => {
    await new Promise(setImmediate);
    done = true;
  });
  sync.subscribe(() => Promise.reject(new Error('cannot be put into force')));
  await sync.learn(object('a', 1));
  expect(done).toBe(true);
  expect(told).toHaveLength(1);
  expect(log.error).toHaveBeenCalledTimes(1);
});
