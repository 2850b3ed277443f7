import { readCacheControl } from './cacheControl.js';

test.each<[string | undefined, number, boolean]>([
  [undefined, Infinity, true],
  ['', Infinity, true],
  ['no-transform', Infinity, true],
  ['no-cache', 0, true],
  ['No-Cache', 0, true],
  ['no-store', 0, false],
  ['no-cache, no-store', 0, false],
  ['max-age=60', 60_000, true],
  ['max-age=0', 0, true],
  ['max-age="30", max-age=60', 30_000, true],
  ['max-age=60, no-cache', 0, true],
  ['max-age=soon', Infinity, true],
])('%s', (header, maxAgeMs, keep) => {
  expect(readCacheControl(header)).toEqual({ maxAgeMs, keep });
});
