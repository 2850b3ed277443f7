import { type Place, WaitingRoom } from './waitingRoom.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Notes who was called, and who was sent away. */
function enter(room: WaitingRoom, name: string, log: string[]): Place {
  const place = room.enter();
  place.called.then(
    () => log.push(`${name} called`),
    (error) => log.push(`${name}: ${error.status} ${error.code}`)
  );
  return place;
}

const settle = () => jest.advanceTimersByTimeAsync(0);

test('first come, first served, one for each call that ends', async () => {
  const room = new WaitingRoom(10, 1_000);
  const log: string[] = [];
  ['a', 'b', 'c'].forEach((name) => enter(room, name, log));
  expect(room.length).toBe(3);

  room.callNext();
  await settle();
  expect(log).toEqual(['a called']);

  room.callNext();
  room.callNext();
  await settle();
  expect(log).toEqual(['a called', 'b called', 'c called']);
  expect(room.length).toBe(0);
});

test('nobody waits, nobody is called', () => {
  const room = new WaitingRoom(10, 1_000);
  expect(() => room.callNext()).not.toThrow();
  expect(room.length).toBe(0);
});

test('a call that ended before anybody waited is not kept for later', async () => {
  const room = new WaitingRoom(10, 1_000);
  const log: string[] = [];
  room.callNext();
  enter(room, 'a', log);
  await settle();
  expect(log).toEqual([]);
});

test('holds no more than its places', async () => {
  const room = new WaitingRoom(2, 1_000);
  const log: string[] = [];
  enter(room, 'a', log);
  enter(room, 'b', log);
  expect(() => room.enter()).toThrow(
    expect.objectContaining({
      status: 503,
      type: 'overloaded',
      code: 'queue_full',
      retryAfterSeconds: 1,
      message: expect.stringContaining('2 requests'),
    })
  );
  expect(room.length).toBe(2);

  room.callNext();
  enter(room, 'c', log);
  expect(room.length).toBe(2);
  await settle();
  expect(log).toEqual(['a called']);
});

test('without places nobody waits', () => {
  expect(() => new WaitingRoom(0, 1_000).enter()).toThrow(expect.objectContaining({ code: 'queue_full' }));
});

test('a wait that is too long ends with a 503, and frees the place', async () => {
  const room = new WaitingRoom(10, 1_000);
  const log: string[] = [];
  enter(room, 'a', log);
  await jest.advanceTimersByTimeAsync(400);
  enter(room, 'b', log);

  await jest.advanceTimersByTimeAsync(599);
  expect(log).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(log).toEqual(['a: 503 queue_full']);
  expect(room.length).toBe(1);

  room.callNext();
  await settle();
  expect(log).toEqual(['a: 503 queue_full', 'b called']);
});

test('one that was called is not sent away later', async () => {
  const room = new WaitingRoom(10, 1_000);
  const log: string[] = [];
  enter(room, 'a', log);
  room.callNext();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(log).toEqual(['a called']);
  expect(jest.getTimerCount()).toBe(0);
});

test('one that leaves is passed over, and leaves no timer behind', async () => {
  const room = new WaitingRoom(10, 1_000);
  const log: string[] = [];
  const first = enter(room, 'a', log);
  enter(room, 'b', log);
  first.leave();
  expect(room.length).toBe(1);
  // The other one's own, and the sweep.
  expect(jest.getTimerCount()).toBe(2);

  room.callNext();
  await settle();
  expect(log).toEqual(['a called', 'b called']);

  first.leave();
  expect(room.length).toBe(0);
});

test('who could not use the room is passed over, and called when it can', async () => {
  const room = new WaitingRoom(10, 1_000);
  const log: string[] = [];
  let room1 = false;
  const first = room.enter(() => room1);
  void first.called.then(() => log.push('first'));
  void room.enter(() => true).called.then(() => log.push('second'));

  room.callNext();
  await settle();
  expect(log).toEqual(['second']);

  // No call ends, but a pause is over.
  room1 = true;
  await jest.advanceTimersByTimeAsync(60);
  expect(log).toEqual(['second', 'first']);
  expect(jest.getTimerCount()).toBe(0);
});

test('who was called in vain keeps its turn and its time', async () => {
  const room = new WaitingRoom(1, 1_000);
  const log: string[] = [];
  const first = room.enter();
  await jest.advanceTimersByTimeAsync(600);
  room.callNext();
  await settle();
  room.enter(undefined, first).called.catch(() => log.push('sent away'));
  await jest.advanceTimersByTimeAsync(399);
  expect(log).toEqual([]);
  await jest.advanceTimersByTimeAsync(2);
  expect(log).toEqual(['sent away']);
});
