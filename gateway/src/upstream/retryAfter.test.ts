import { retryAfterSeconds } from './retryAfter.js';

const NOW = Date.UTC(2026, 10, 2, 12, 0, 0);

test.each([
  [{}, undefined],
  [{ 'retry-after': '7' }, 7],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '1.5' }, 1.5],
  [{ 'retry-after': '-3' }, 0],
  [{ 'retry-after': 'Mon, 02 Nov 2026 12:00:30 GMT' }, 30],
  [{ 'retry-after': 'Mon, 02 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after-ms': '250' }, 0.25],
  [{ 'retry-after-ms': '250', 'retry-after': '9' }, 0.25],
  [{ 'retry-after-ms': 'x', 'retry-after': '9' }, 9],
  [{ 'retry-after-ms': '-1', 'retry-after': '9' }, 9],
  [{ 'retry-after': '1e999' }, undefined],
])('%j means %j seconds', (headers, seconds) => {
  expect(retryAfterSeconds(headers, NOW)).toBe(seconds);
});
