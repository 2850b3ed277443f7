import { usageEvent } from '../../../tests/support/usageEvent.js';
import { LiveRequests } from './live.js';

const all = () => true;
const ids = (batch: { readonly events: ReadonlyArray<{ readonly id: string }> } | undefined) =>
  batch?.events.map(({ id }) => id);

test('a listener gets what it chose, in order, once', async () => {
  const live = new LiveRequests({ maxListeners: 2, queueSize: 10 });
  live.record(usageEvent({ id: 'before' }));
  const listener = live.listen(({ model }) => model === 'gpt-4o');
  live.record(usageEvent({ id: 'a' }));
  live.record(usageEvent({ id: 'b', model: 'other' }));
  live.record(usageEvent({ id: 'c' }));
  expect(ids(await listener?.next(1_000))).toEqual(['a', 'c']);
  expect(await listener?.next(1)).toEqual({ events: [], dropped: 0 });
});

test('a listener that waits is woken', async () => {
  const live = new LiveRequests({ maxListeners: 1, queueSize: 10 });
  const listener = live.listen(all);
  const next = listener?.next(60_000);
  live.record(usageEvent({ id: 'a' }));
  expect(ids(await next)).toEqual(['a']);
});

test('of more than the queue takes, the oldest are left out and counted, and others lose nothing by it', async () => {
  const live = new LiveRequests({ maxListeners: 2, queueSize: 3 });
  const slow = live.listen(all);
  const quick = live.listen(all);
  const taken: string[] = [];
  for (let at = 0; at < 20; at++) {
    live.record(usageEvent({ id: `r${at}` }));
    taken.push(...(ids(await quick?.next(1)) ?? []));
  }
  expect(taken).toHaveLength(20);
  const batch = await slow?.next(1);
  expect(ids(batch)).toEqual(['r17', 'r18', 'r19']);
  expect(batch?.dropped).toBe(17);
  live.record(usageEvent({ id: 'next' }));
  expect(await slow?.next(1)).toMatchObject({ dropped: 0, events: [{ id: 'next' }] });
});

test('contents are not held', async () => {
  const live = new LiveRequests({ maxListeners: 1, queueSize: 3 });
  const listener = live.listen(all);
  live.record(usageEvent({ content: { request: 'long', response: 'long' } }));
  expect((await listener?.next(1))?.events[0]?.content).toBeUndefined();
});

test('there are only so many listeners; one that leaves makes room', async () => {
  const live = new LiveRequests({ maxListeners: 1, queueSize: 3 });
  const first = live.listen(all);
  expect(live.listen(all)).toBeUndefined();
  const waiting = first?.next(60_000);
  first?.close();
  expect(await waiting).toBeUndefined();
  expect(live.listeners).toBe(0);
  expect(live.listen(all)).toBeDefined();
});

test('once closed, it ends all and takes none', async () => {
  const live = new LiveRequests({ maxListeners: 5, queueSize: 3 });
  const waiting = [live.listen(all), live.listen(all)].map((each) => each?.next(60_000));
  live.close();
  expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
  expect(live.listen(all)).toBeUndefined();
});
