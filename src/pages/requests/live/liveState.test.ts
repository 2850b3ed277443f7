import { aRow } from '../testing/aRequest';
import { LIVE_ROWS } from './liveBuffer';
import { BEGINNING, reduceLive, type LiveAction, type LiveState } from './liveState';

const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => aRow({ id: `req_${from + index}`, time: from + index }));
const came = (from: number, to = from): LiveAction => ({ type: 'came', rows: rows(from, to), notice: undefined });
const after = (...actions: LiveAction[]): LiveState => actions.reduce(reduceLive, BEGINNING);
const times = ({ buffer }: LiveState) => buffer.rows.map(({ time }) => time);

it('has the newest on top, each once', () => {
  expect(times(after(came(1, 2), came(3), came(2, 3)))).toEqual([3, 2, 1]);
});

it('is bounded: the oldest make room', () => {
  const state = after(came(1, LIVE_ROWS), came(LIVE_ROWS + 1, LIVE_ROWS + 5));
  expect(times(state)).toHaveLength(LIVE_ROWS);
  expect(times(state)[0]).toBe(LIVE_ROWS + 5);
  expect(times(state).at(-1)).toBe(6);
});

it('shows nothing new while it is paused, counts it, and shows it then', () => {
  const paused = after(came(5, 6), { type: 'paused' }, came(7), came(8));
  expect(times(paused)).toEqual([6, 5]);
  expect(paused.buffer).toMatchObject({ paused: true, heldCount: 2 });
  const resumed = reduceLive(paused, { type: 'resumed' });
  expect(times(resumed)).toEqual([8, 7, 6, 5]);
  expect(resumed.buffer).toMatchObject({ paused: false, heldCount: 0, held: [] });
});

it('holds what the ledger tells once, and nothing of what had been there before', () => {
  const paused = after(came(5, 6), { type: 'paused' }, came(7), { type: 'known', rows: rows(1, 7) });
  expect(paused.buffer.heldCount).toBe(1);
});

it('counts also what it no longer holds', () => {
  const paused = after(came(1), { type: 'paused' }, came(2, LIVE_ROWS + 50));
  expect(paused.buffer.heldCount).toBe(LIVE_ROWS + 49);
  expect(paused.buffer.held).toHaveLength(LIVE_ROWS);
});

it('forgets the requests of another stream', () => {
  expect(after(came(1), { type: 'begun' })).toEqual(BEGINNING);
});

it('takes a frame for the end of a broken stream, not of what was left out', () => {
  const broken: LiveAction = { type: 'came', rows: [], notice: { severity: 'error', text: 'down' } };
  expect(after(broken).notice?.text).toBe('down');
  expect(after(broken, came(1)).notice).toBeUndefined();
  const dropped: LiveAction = {
    type: 'came',
    rows: [],
    notice: { severity: 'warning', text: '3 requests were left out' },
  };
  expect(after(dropped, came(1)).notice?.text).toBe('3 requests were left out');
});

it('says why there is no stream', () => {
  const state = after({ type: 'failed', reason: 'filters: they are too long' });
  expect(state).toMatchObject({
    connection: 'failed',
    notice: { severity: 'error', text: 'filters: they are too long' },
  });
});
