import { FieldType, getDefaultTimeRange, LoadingState, toDataFrame, type PanelData } from '@grafana/data';
import { columnTotal, readAnswer, seriesValues } from './answer';

const frame = toDataFrame({
  refId: 'usage',
  fields: [{ name: 'requests', type: FieldType.number, values: [3, null, 4] }],
});

const panelData = (data: Partial<PanelData>): PanelData => ({
  state: LoadingState.Done,
  series: [],
  timeRange: getDefaultTimeRange(),
  ...data,
});

it('waits for the first answer', () => {
  expect(readAnswer(undefined).state).toBe('waiting');
  expect(readAnswer(panelData({ state: LoadingState.Loading })).state).toBe('waiting');
});

it('keeps the last answer while the next one is under way', () => {
  expect(readAnswer(panelData({ state: LoadingState.Loading, series: [frame] }))).toEqual({
    state: 'answered',
    frames: [frame],
  });
});

it('takes an answer without rows for an answer', () => {
  expect(readAnswer(panelData({}))).toEqual({ state: 'answered', frames: [] });
});

it('gives the reason of a failure', () => {
  const failed = panelData({ state: LoadingState.Error, errors: [{ message: 'refused' }] });
  expect(readAnswer(failed)).toEqual({ state: 'failed', reason: 'refused' });
});

it('sums a column, of no rows too', () => {
  expect(columnTotal([frame], 'requests')).toBe(7);
  expect(columnTotal([toDataFrame({ fields: [] })], 'requests')).toBe(0);
});

it('reads the series of one query', () => {
  const up = toDataFrame({ refId: 'targets', fields: [{ name: 'Value', type: FieldType.number, values: [1] }] });
  expect(seriesValues([frame, up], 'targets')).toEqual([1]);
});
