import { FieldType, toDataFrame } from '@grafana/data';
import { isMeasured } from './dropUnmeasured';

const frame = (...values: Array<number | null>) =>
  toDataFrame({ fields: [{ name: 'p95', type: FieldType.number, values }] });

it.each([
  [true, [null, 0]],
  [true, [NaN, 3]],
  [false, [NaN, null]],
  [false, []],
])('is %p of %p', (measured, values) => {
  expect(isMeasured(frame(...values))).toBe(measured);
});

it('leaves what has no numbers alone', () => {
  expect(isMeasured(toDataFrame({ fields: [{ name: 'model', values: ['a'] }] }))).toBe(true);
});
