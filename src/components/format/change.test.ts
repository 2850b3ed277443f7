import { changeText, pointsText } from './change';

it.each([
  [12, 10, '+20 %'],
  [10.5, 10, '+5.0 %'],
  [5, 10, '−50 %'],
  [10, 10, '±0 %'],
  [10.0001, 10, '±0 %'],
  [0, 0, '±0 %'],
  [0, 3, '−100 %'],
  [1, 0, undefined],
])('from %d and %d before', (now, before, text) => expect(changeText(now, before)).toBe(text));

it.each([
  [0.025, 0.02, '+0.5'],
  [0.02, 0.2, '−18'],
  [0.02, 0.02, '±0'],
])('shares of %d and %d before', (now, before, text) => expect(pointsText(now, before)).toBe(text));
