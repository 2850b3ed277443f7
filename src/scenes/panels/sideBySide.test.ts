import { applyFieldOverrides, createTheme, FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { joinPeriods } from './sideBySide';

const table = (costs: Record<string, number>): DataFrame =>
  toDataFrame({
    fields: [
      { name: 'model', type: FieldType.string, values: Object.keys(costs) },
      { name: 'requests', type: FieldType.number, values: Object.keys(costs).map(() => 7) },
      { name: 'cost', type: FieldType.number, config: { displayNameFromDS: 'Cost' }, values: Object.values(costs) },
    ],
  });
const ofBefore = (costs: Record<string, number>): DataFrame => ({
  ...table(costs),
  meta: { timeCompare: { diffMs: -1, isTimeShiftQuery: true } },
});
const columns = (frames: DataFrame[]) =>
  Object.fromEntries(joinPeriods(frames, 'model', 'cost')[0]!.fields.map(({ name, values }) => [name, [...values]]));

it('has what was before beside what is, who is new and who is gone', () => {
  expect(columns([table({ a: 3, b: 1 }), ofBefore({ c: 4, a: 2 })])).toEqual({
    model: ['a', 'b', 'c'],
    requests: [7, 7, 0],
    cost: [3, 1, 0],
    before: [2, 0, 4],
    change: [0.5, null, -1],
  });
});

it('leaves a table alone that is compared with nothing', () => {
  const alone = [table({ a: 3 })];
  expect(joinPeriods(alone, 'model', 'cost')).toEqual(alone);
});

it('stands where the measure does, under its name', () => {
  const [joined] = joinPeriods([table({ a: 3 }), ofBefore({ a: 2 })], 'model', 'cost');
  expect(joined!.fields.map(({ name }) => name)).toEqual(['model', 'requests', 'cost', 'before', 'change']);
  expect(joined!.fields[3]!.config.displayName).toBe('Cost before');
});

it('has a dash where nothing was before, and not what the panel says where it has no rows', () => {
  const data = joinPeriods([table({ a: 3 }), ofBefore({})], 'model', 'cost');
  const [shown] = applyFieldOverrides({
    data,
    fieldConfig: { defaults: { noValue: 'No requests' }, overrides: [] },
    replaceVariables: (text) => text,
    theme: createTheme(),
  });
  const change = shown!.fields.find(({ name }) => name === 'change')!;
  expect(change.display!(change.values[0]).text).toBe('–');
});
