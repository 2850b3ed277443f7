import { BoundedTable, type Worth } from './boundedTable.js';

const table = (max: number, worth: (value: number) => Worth) => new BoundedTable<number>(max, worth);

test('what is of no use goes as new values come, also when there is room', () => {
  let past = 0;
  const values = table(1_000, (value) => (value < past ? 'none' : 'some'));
  for (let value = 0; value < 100; value++) {
    past = value - 5;
    values.add(`${value}`, value);
  }
  expect(values.size).toBeLessThan(20);
  expect(values.get('99')).toBe(99);
});

test('a full table gives up what has not been asked for', () => {
  const values = table(10, () => 'some');
  for (let value = 0; value < 50; value++) {
    values.add(`${value}`, value);
    values.get('3');
  }
  expect(values.size).toBeLessThanOrEqual(10);
  expect(values.get('3')).toBe(3);
  expect(values.get('49')).toBe(49);
});

test('what is needed stays, and only that goes beyond the bound', () => {
  const values = table(10, (value) => (value < 15 ? 'needed' : 'some'));
  for (let value = 0; value < 100; value++) {
    values.add(`${value}`, value);
  }
  expect(Array.from({ length: 15 }, (_, value) => values.get(`${value}`))).not.toContain(undefined);
  expect(values.size).toBeLessThanOrEqual(16);
});
