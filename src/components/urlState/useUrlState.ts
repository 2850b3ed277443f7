import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Parameters of the page's address; one that is undefined is taken out. */
export type UrlChange = Readonly<Record<string, string | undefined>>;

export interface UrlState {
  readonly get: (name: string) => string | undefined;
  /** A step back in the browser undoes it, unless it only refines what is there (`replace`). */
  readonly change: (change: UrlChange, how?: { replace: boolean }) => void;
}

/** What is chosen on a page, kept in its address so that it can be sent to somebody. */
export function useUrlState(): UrlState {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback<UrlState['change']>(
    (changed, { replace } = { replace: false }) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed)) {
            if (value === undefined || value === '') {
              after.delete(name);
            } else {
              after.set(name, value);
            }
          }
          return after;
        },
        { replace }
      ),
    [setParameters]
  );
  return { get: (name) => parameters.get(name) ?? undefined, change };
}
