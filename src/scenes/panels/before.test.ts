import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { tellBefore } from './before';

const frame = (...values: Array<number | null>): DataFrame =>
  toDataFrame({ fields: [{ name: 'rate', type: FieldType.number, values }] });
const ofBefore = (...values: Array<number | null>): DataFrame => ({
  ...frame(...values),
  meta: { timeCompare: { diffMs: -3_600_000, isTimeShiftQuery: true } },
});
const captions = (frames: DataFrame[], unit = 'percentunit') =>
  tellBefore(frames, unit).map(({ fields }) => fields[0]!.config.displayName);

it('tells the last figure of the period before in the caption, and keeps it off the tile', () => {
  expect(captions([frame(0.1), ofBefore(0.3, 0.2, null)])).toEqual(['−10 points, before: 20%']);
});

it('tells amounts apart by their share', () => {
  expect(captions([frame(3), ofBefore(2)], 'short')).toEqual(['+50 %, before: 2']);
});

it('tells no change from nothing, nor to what is not known', () => {
  expect(captions([frame(3), ofBefore(0)], 'short')).toEqual(['before: 0']);
  expect(captions([frame(null), ofBefore(2)], 'short')).toEqual(['before: 2']);
});

it('says that the figure of before is not known where there was none', () => {
  expect(captions([frame(0.1), ofBefore()])).toEqual(['before: not known']);
});

it('leaves the caption alone where nothing is compared', () => {
  expect(captions([frame(0.1)])).toEqual([undefined]);
});
