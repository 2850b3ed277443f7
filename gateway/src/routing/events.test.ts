import { NOW } from '../../../tests/support/routing.js';
import { type RoutingEvent, RoutingEvents } from './events.js';

function event(time: number): RoutingEvent {
  return {
    time,
    type: 'breaker',
    provider: 'a',
    deployment: 'a/m',
    from: 'closed',
    to: 'open',
    reason: 'test',
    followed: false,
  };
}

test('are there in the order they happened, from a time on', () => {
  const events = new RoutingEvents();
  [1, 2, 3].forEach((second) => events.record(event(NOW + second)));
  expect(events.since(0).map(({ time }) => time - NOW)).toEqual([1, 2, 3]);
  expect(events.since(NOW + 2).map(({ time }) => time - NOW)).toEqual([2, 3]);
  expect(events.since(NOW + 4)).toEqual([]);
});

test('the newest 1,000 are kept', () => {
  const events = new RoutingEvents();
  for (let index = 1; index <= 1_005; index++) {
    events.record(event(index));
  }
  const times = events.since(0).map(({ time }) => time);
  expect(times).toHaveLength(1_000);
  expect([times[0], times.at(-1)]).toEqual([6, 1_005]);
});

test('every listener is told of each', () => {
  const events = new RoutingEvents();
  const told: string[] = [];
  events.subscribe(({ time }) => told.push(`first ${time}`));
  events.subscribe(({ time }) => told.push(`second ${time}`));
  events.record(event(1));
  events.record(event(2));
  expect(told).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
});
