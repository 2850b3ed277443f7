import { useCallback, useEffect, useState } from 'react';

export interface Load<T> {
  /**
   * The last good answer; it stays while it is read again, and while that fails. Where something else is asked: until
   * that is there, or, of what is asked again and again, not at all.
   */
  readonly data?: T;
  /** Why the last reading failed, until one succeeds. */
  readonly failure?: Error;
  /** Whether nothing has come of the question yet, or of the last `reload`. */
  readonly loading: boolean;
  /** Asks again at once, e.g. after a change. */
  readonly reload: () => void;
}

interface Options {
  /** Pause between an answer and the next question, in milliseconds; without, it is asked once. */
  readonly everyMs?: number;
}

interface Outcome<T> {
  readonly load: (signal: AbortSignal) => Promise<T>;
  readonly turn: number;
  readonly data?: T;
  readonly failure?: Error;
}

/**
 * Reads once, or again and again while the page is shown and never twice at once; and anew whenever `load`, which must be
 * memoised, is another one.
 */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, { everyMs }: Options = {}): Load<T> {
  const [turn, setTurn] = useState(0);
  const [last, setLast] = useState<Outcome<T>>();
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const isPolled = everyMs !== undefined;

  useEffect(() => {
    const abort = new AbortController();
    let timer: number | undefined;
    const settle = (outcome: Pick<Outcome<T>, 'data' | 'failure'>) => {
      if (!abort.signal.aborted) {
        setLast((before) => ({ load, turn, data: before?.load === load ? before.data : undefined, ...outcome }));
      }
    };
    const ask = async () => {
      // A page that nobody looks at asks nothing again and again.
      if (!isPolled || !document.hidden) {
        await load(abort.signal).then(
          (data) => settle({ data }),
          (failure: Error) => settle({ failure })
        );
      }
      if (isPolled && !abort.signal.aborted) {
        timer = window.setTimeout(ask, everyMs);
      }
    };
    void ask();
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [load, turn, isPolled, everyMs]);

  const isOfThis = last?.load === load;
  return {
    data: isOfThis || !isPolled ? last?.data : undefined,
    failure: isOfThis ? last.failure : undefined,
    loading: !isOfThis || last.turn !== turn,
    reload,
  };
}
