import { pino } from 'pino';

import { usageEvent } from '../../../tests/support/usageEvent.js';
import { createUsageBus } from './bus.js';

test('every listener gets the same event, even when one of them fails', () => {
  const bus = createUsageBus(pino({ level: 'silent' }));
  const first = jest.fn();
  const last = jest.fn();
  bus.subscribe(first);
  bus.subscribe(() => {
    throw new Error('a consumer broke');
  });
  bus.subscribe(last);
  const event = usageEvent();
  bus.publish(event);
  expect(first.mock.calls).toEqual([[event]]);
  expect(last.mock.calls).toEqual([[event]]);
});
