import type { Client } from './client.js';
import { createPlaces } from './places.js';
import { Departure } from './departure.js';

const leavers: Array<() => void> = [];

// Who still waits when a test ends would be refused in the middle of the next one.
afterEach(() => leavers.splice(0).forEach((leave) => leave()));

function client() {
  let leave = (): void => undefined;
  const there = new Departure({ onLeave: (listener: () => void) => (leave = listener) } as unknown as Client);
  leavers.push(() => leave());
  return { there, leave: () => leave() };
}

const options = { maxInFlight: 2, maxQueue: 1, queueTimeoutMs: 1_000, ledgerFull: () => false };

test('lets in as many as may be under way, at once', () => {
  const places = createPlaces(options);
  expect(places.take(client().there)).not.toBeInstanceOf(Promise);
  expect(places.take(client().there)).not.toBeInstanceOf(Promise);
  expect(places.take(client().there)).toBeInstanceOf(Promise);
});

test('who waits gets the first place that becomes free', async () => {
  const places = createPlaces({ ...options, maxInFlight: 1 });
  const first = await places.take(client().there);
  const waiting = places.take(client().there);
  let admitted = false;
  void Promise.resolve(waiting).then(() => (admitted = true));
  await Promise.resolve();
  expect(admitted).toBe(false);

  first.release();
  await waiting;
  expect(places.take(client().there)).toBeInstanceOf(Promise);
});

test('past the queue, a request is refused with 503 and Retry-After', async () => {
  const places = createPlaces({ ...options, maxInFlight: 1 });
  await places.take(client().there);
  const waiting = client();
  const promised = places.take(waiting.there);
  await expect(places.take(client().there)).rejects.toMatchObject({
    status: 503,
    code: 'queue_full',
    retryAfterSeconds: 1,
    message: expect.stringContaining('server.max_in_flight'),
  });
  waiting.leave();
  await promised;
});

test('a client that leaves gives its place in the queue up', async () => {
  const places = createPlaces({ ...options, maxInFlight: 1 });
  await places.take(client().there);
  const leaving = client();
  const waiting = places.take(leaving.there);
  leaving.leave();
  (await waiting).release();
  const next = places.take(client().there);
  expect(next).toBeInstanceOf(Promise);
});

test('refuses while usage could not be kept', () => {
  const places = createPlaces({ ...options, ledgerFull: () => true });
  expect(() => places.take(client().there)).toThrow(expect.objectContaining({ status: 503, code: 'ledger_full' }));
});
