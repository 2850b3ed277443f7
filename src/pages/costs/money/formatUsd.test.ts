import { exactUsd, formatUsd } from './formatUsd';

it.each([
  [0, '$0.00'],
  [1234.567, '$1,234.57'],
  [0.5, '$0.50'],
  [0.0123456, '$0.0123'],
  [0.00000075, '$0.00000075'],
  [-2.5, '-$2.50'],
])('writes %d as %s', (usd, text) => expect(formatUsd(usd)).toBe(text));

it.each([
  [750_000, '$0.000750000'],
  [12_345_678_901, '$12.345678901'],
  [0, '$0.000000000'],
  [-1, '-$0.000000001'],
])('writes %d nano-dollars as %s', (nano, text) => expect(exactUsd(nano)).toBe(text));
