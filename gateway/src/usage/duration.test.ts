import { parseDuration } from './duration.js';

test.each([
  ['1s', 1_000],
  ['90s', 90_000],
  ['5m', 300_000],
  ['1h', 3_600_000],
  ['7d', 604_800_000],
])('%s is %d ms', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each(['', 's', '0s', '01m', '-1m', '1.5h', '1 h', '1H', '1w', '1ms', '1h30m', '99999999s'])(
  '%j is none',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  }
);
