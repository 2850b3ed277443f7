import type { Client } from './client.js';
import { Departure } from './departure.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function visit() {
  let leave = () => {};
  const client = { onLeave: (listener: () => void) => (leave = listener) } as unknown as Client;
  return { departure: new Departure(client), leave: () => leave() };
}

test('the client is there until it leaves', () => {
  const { departure, leave } = visit();
  expect(departure.gone).toBe(false);
  leave();
  expect(departure.gone).toBe(true);
});

test('what is under way ends at once when it leaves', () => {
  const { departure, leave } = visit();
  const end = jest.fn();
  departure.during(end);
  expect(end).not.toHaveBeenCalled();
  leave();
  expect(end).toHaveBeenCalledTimes(1);
});

test('what was under way before does not', () => {
  const { departure, leave } = visit();
  const [before, now] = [jest.fn(), jest.fn()];
  departure.during(before);
  departure.during(now);
  leave();
  expect(before).not.toHaveBeenCalled();
  expect(now).toHaveBeenCalledTimes(1);
});

test('what begins after it left ends before it has begun', () => {
  const { departure, leave } = visit();
  leave();
  const end = jest.fn();
  departure.during(end);
  expect(end).toHaveBeenCalledTimes(1);
});

test('a wait lasts as long as it should', async () => {
  const { departure } = visit();
  const over = jest.fn();
  void departure.wait(2_000).then(over);
  await jest.advanceTimersByTimeAsync(1_999);
  expect(over).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalledTimes(1);
  expect(departure.gone).toBe(false);
});

test('a wait ends when the client leaves, and leaves no timer behind', async () => {
  const { departure, leave } = visit();
  const waiting = departure.wait(60_000);
  leave();
  await waiting;
  expect(jest.getTimerCount()).toBe(0);
});

test('there is no wait for a client that has left', async () => {
  const { departure, leave } = visit();
  leave();
  await departure.wait(60_000);
  expect(jest.getTimerCount()).toBe(0);
});

test('leaving without anything under way is no fault', () => {
  const { leave } = visit();
  expect(leave).not.toThrow();
});
