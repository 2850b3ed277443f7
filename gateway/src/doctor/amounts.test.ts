import { bytesText, countText, durationText, listText } from './amounts.js';

test.each([
  [0.4, '0 s'],
  [59, '59 s'],
  [61, '1 min'],
  [3_660, '1 h 1 min'],
  [90_000, '1 d 1 h'],
])('%d seconds', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [123_456_789, '123 MB'],
  [5e15, '5000 TB'],
])('%d bytes', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test('counts and lists', () => {
  expect([countText(1, 'model'), countText(0, 'model')]).toEqual(['1 model', '0 models']);
  expect(listText(['a', 'b'], 2)).toBe('a, b');
  expect(listText(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});
