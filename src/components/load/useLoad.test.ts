import { act, renderHook } from '@testing-library/react';
import { useLoad } from './useLoad';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Answers one after the other; an error is a failure. */
function answers(...all: Array<string | Error>) {
  const signals: AbortSignal[] = [];
  const load = jest.fn(async (signal: AbortSignal) => {
    signals.push(signal);
    const next = all[Math.min(signals.length, all.length) - 1]!;
    if (next instanceof Error) {
      throw next;
    }
    return next;
  });
  return { load, signals };
}

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

it('asks once', async () => {
  const { load } = answers('a', 'b');
  const { result } = renderHook(() => useLoad(load));
  expect(result.current).toMatchObject({ data: undefined, loading: true });
  await pass(60_000);
  expect(result.current).toMatchObject({ data: 'a', loading: false });
  expect(load).toHaveBeenCalledTimes(1);
});

it('keeps what it has while it is read again, and while that fails', async () => {
  const { load } = answers('a', new Error('gone'), 'b');
  const { result } = renderHook(() => useLoad(load));
  await pass(0);
  act(() => result.current.reload());
  expect(result.current).toMatchObject({ data: 'a', loading: true });
  await pass(0);
  expect(result.current).toMatchObject({ data: 'a', failure: new Error('gone'), loading: false });
  act(() => result.current.reload());
  await pass(0);
  expect(result.current).toMatchObject({ data: 'b', failure: undefined });
});

it('asks again and again where that is wanted, until nobody looks', async () => {
  const { load, signals } = answers('a', 'b');
  const { result, unmount } = renderHook(() => useLoad(load, { everyMs: 1_000 }));
  await pass(0);
  expect(result.current.data).toBe('a');
  await pass(1_000);
  expect(result.current.data).toBe('b');
  const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await pass(5_000);
  expect(load).toHaveBeenCalledTimes(2);
  hidden.mockReturnValue(false);
  await pass(1_000);
  expect(load).toHaveBeenCalledTimes(3);
  hidden.mockRestore();
  unmount();
  await pass(5_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
});

it.each([
  // A list stays while it is searched for something else; what is polled is of one gateway only.
  ['stays', undefined, 'a'],
  ['is gone', { everyMs: 1_000 }, undefined],
])('what was asked before %s when something else is asked with %j', async (_, options, shown) => {
  const [first, second] = [answers('a').load, answers('b').load];
  const { result, rerender } = renderHook(({ load }) => useLoad(load, options), { initialProps: { load: first } });
  await pass(0);
  rerender({ load: second });
  expect(result.current).toMatchObject({ data: shown, loading: true });
  await pass(0);
  expect(result.current.data).toBe('b');
});
