import { useCallback, useEffect, useState } from 'react';

export interface Polled<T> {
  /** The last good answer; it stays while a later one fails. */
  readonly value: T | undefined;
  /** Why the last try failed; undefined once one succeeds again. */
  readonly error: unknown;
  /** Asks again at once, e.g. after a change. */
  readonly refresh: () => void;
}

/** What the answer or the failure is of: an answer to what is no longer asked is not shown. */
interface Found<T> {
  readonly load: () => Promise<T>;
  readonly value: T | undefined;
  readonly error: unknown;
}

/**
 * Asks again and again while the page is shown, never twice at once.
 *
 * @param load must be the same function until something else is to be asked
 * @param everyMs pause between an answer and the next question, in milliseconds
 */
export function usePolled<T>(load: () => Promise<T>, everyMs: number): Polled<T> {
  const [found, setFound] = useState<Found<T>>();
  const [round, setRound] = useState(0);

  useEffect(() => {
    let timer: number | undefined;
    let stopped = false;
    const keep = (answer: Partial<Found<T>>) => {
      if (!stopped) {
        setFound((before) => ({
          load,
          value: before?.load === load ? before.value : undefined,
          error: undefined,
          ...answer,
        }));
      }
    };
    const ask = async () => {
      // A page that nobody looks at asks nothing.
      if (!document.hidden) {
        await load().then(
          (value) => keep({ value }),
          (error: unknown) => keep({ error })
        );
      }
      if (!stopped) {
        timer = window.setTimeout(ask, everyMs);
      }
    };
    void ask();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [load, everyMs, round]);

  const refresh = useCallback(() => setRound((before) => before + 1), []);
  const current = found?.load === load ? found : undefined;
  return { value: current?.value, error: current?.error, refresh };
}
