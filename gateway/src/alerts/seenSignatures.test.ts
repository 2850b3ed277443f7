import { SeenSignatures } from './seenSignatures.js';

test('a signature is taken once while it can be valid', () => {
  const seen = new SeenSignatures(1_000);
  expect(seen.take('a', 0)).toBe('new');
  expect(seen.take('a', 999)).toBe('seen');
  expect(seen.take('b', 999)).toBe('new');
  // Its timestamp refuses it from here on.
  expect(seen.take('a', 1_000)).toBe('new');
});

test('what failed on our side may come again', () => {
  const seen = new SeenSignatures(1_000);
  seen.take('a', 0);
  seen.release('a');
  expect(seen.take('a', 1)).toBe('new');
});

test('it does not grow past its size, and forgets nothing that is still valid', () => {
  const seen = new SeenSignatures(1_000, 2);
  seen.take('a', 0);
  seen.take('b', 10);
  expect(seen.take('c', 20)).toBe('full');
  expect(seen.take('a', 20)).toBe('seen');
  expect(seen.take('c', 1_000)).toBe('new');
  expect(seen.take('d', 1_000)).toBe('full');
});
