import { FieldType, toDataFrame } from '@grafana/data';
import { addHeadroom } from './headroom';

const maxOf = (values: Array<number | null>) =>
  addHeadroom([toDataFrame({ fields: [{ name: 'rate', type: FieldType.number, values }] })])[0]!.fields[0]!.config.max;

it('leaves room above the peak', () => {
  expect(maxOf([1, 3, 2])).toBe(4);
});

it('takes no gap for a peak', () => {
  expect(maxOf([null, NaN, 3])).toBe(4);
});

it('leaves the range of a flat zero to Grafana', () => {
  expect(maxOf([0, 0])).toBeUndefined();
  expect(maxOf([])).toBeUndefined();
});
