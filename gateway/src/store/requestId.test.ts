import { v7 as uuidv7 } from 'uuid';

import { timeOfRequestId } from './requestId.js';

test('an id tells when its request was read', () => {
  const time = Date.UTC(2026, 10, 2, 12, 34, 56, 789);
  expect(timeOfRequestId(`req_${uuidv7({ msecs: time })}`)).toBe(time);
});

test.each(['', 'req_', 'req_1', uuidv7(), `req_${uuidv7()}x`, 'req_7c9e6679-7425-40de-944b-e07fc1f90ae7'])(
  '%j is none of ours',
  (id) => {
    expect(timeOfRequestId(id)).toBeUndefined();
  }
);
