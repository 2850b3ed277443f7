import { aRow } from '../testing/aRequest';
import { EMPTY_LIST, reduceList, type ListAction, type ListState } from './listState';

const row = (number: number) => aRow({ id: `req_${number}`, time: number });
const rows = (...numbers: number[]) => numbers.map(row);
const after = (...actions: ListAction[]): ListState => actions.reduce(reduceList, EMPTY_LIST);
const numbers = ({ rows: shown }: ListState) => shown.map(({ time }) => time);

const FIRST: ListAction = { type: 'answered', page: { rows: rows(9, 8, 7), next: 'c1' } };

it('adds pages, newest first', () => {
  const state = after(FIRST, { type: 'more-asked' }, { type: 'more-answered', page: { rows: rows(6, 5), next: null } });
  expect(numbers(state)).toEqual([9, 8, 7, 6, 5]);
  expect(state).toMatchObject({ status: 'loaded', next: null, more: 'idle' });
});

it('keeps the pages that were loaded when it is refreshed', () => {
  const more: ListAction = { type: 'more-answered', page: { rows: rows(6, 5), next: 'c2' } };
  const state = after(FIRST, more, { type: 'refreshed', page: { rows: rows(11, 10, 9), next: 'c9' } });
  expect(numbers(state)).toEqual([11, 10, 9, 8, 7, 6, 5]);
  expect(state.next).toBe('c2');
});

it('begins anew where there would be a gap', () => {
  const state = after(FIRST, { type: 'refreshed', page: { rows: rows(99, 98), next: 'c9' } });
  expect(numbers(state)).toEqual([99, 98]);
  expect(state.next).toBe('c9');
});

it('shows what there was until another question is answered, and nothing of it then', () => {
  const asked = after(FIRST, { type: 'asked' });
  expect(asked.status).toBe('loading');
  expect(numbers(asked)).toEqual([9, 8, 7]);
  expect(numbers(reduceList(asked, { type: 'answered', page: { rows: rows(8), next: null } }))).toEqual([8]);
});

it('keeps what it has when it fails, and recovers', () => {
  const failed = after(FIRST, { type: 'failed', failure: 'refused' });
  expect(failed).toMatchObject({ status: 'failed', failure: 'refused' });
  expect(numbers(failed)).toEqual([9, 8, 7]);
  const better = reduceList(failed, { type: 'refreshed', page: { rows: rows(9), next: null } });
  expect(better).toMatchObject({ status: 'loaded', failure: undefined });
});

it('says why there is no more', () => {
  const failed = after(FIRST, { type: 'more-asked' }, { type: 'more-failed', failure: 'timeout' });
  expect(failed).toMatchObject({ status: 'loaded', more: 'idle', moreFailure: 'timeout', next: 'c1' });
  expect(reduceList(failed, { type: 'more-asked' }).moreFailure).toBeUndefined();
});
