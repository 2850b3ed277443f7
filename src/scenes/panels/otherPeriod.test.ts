import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { drawOtherPeriod } from './otherPeriod';

const now = toDataFrame({ fields: [{ name: 'rate', type: FieldType.number, values: [1] }] });
const before: DataFrame = { ...now, meta: { timeCompare: { diffMs: -1, isTimeShiftQuery: true } } };
const customOf = (stacked: boolean) =>
  drawOtherPeriod([now, before], stacked).map(({ fields }) => fields[0]!.config.custom);

it('stacks the other period by itself, as bare lines, and leaves this one as it is', () => {
  expect(customOf(true)).toEqual([
    undefined,
    { drawStyle: 'line', lineWidth: 1, fillOpacity: 0, stacking: { mode: 'normal', group: 'before' } },
  ]);
});

it('stacks nothing where nothing is stacked', () => {
  expect(customOf(false)[1]).toMatchObject({ stacking: { mode: 'none' } });
});
