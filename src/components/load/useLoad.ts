import { useCallback, useEffect, useState } from 'react';

export interface Load<T> {
  /** What was read last; it stays while it is read again. */
  readonly data?: T;
  /** Why the last reading failed. */
  readonly failure?: Error;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface Outcome<T> {
  readonly load: (signal: AbortSignal) => Promise<T>;
  readonly turn: number;
  readonly data?: T;
  readonly failure?: Error;
}

/** Reads once, again when asked to, and anew whenever `load`, which must be memoised, is another one. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): Load<T> {
  const [turn, setTurn] = useState(0);
  const [last, setLast] = useState<Outcome<T>>();
  const reload = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    const settle = (outcome: Pick<Outcome<T>, 'data' | 'failure'>) => {
      if (!abort.signal.aborted) {
        setLast({ load, turn, ...outcome });
      }
    };
    load(abort.signal).then(
      (data) => settle({ data }),
      (failure: Error) => settle({ failure })
    );
    return () => abort.abort();
  }, [load, turn]);

  const isCurrent = last?.load === load && last.turn === turn;
  return { data: last?.data, failure: isCurrent ? last.failure : undefined, loading: !isCurrent, reload };
}
