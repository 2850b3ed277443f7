import { useCallback, useEffect, useRef, useState } from 'react';
import type { ComboboxOption } from '@grafana/ui';
import { errorMessage } from '../../../api/grafana';

interface Options {
  /** For a combobox, which asks again with each letter that is typed. */
  readonly options: (typed: string) => Promise<ComboboxOption[]>;
  /** Why there is nothing to choose from. */
  readonly failure: string | undefined;
}

/** Values to choose from: loaded anew when the list is opened, not with each letter. What is loaded may change any time. */
export function useOptions(load: () => Promise<string[]>): Options {
  const [failure, setFailure] = useState<string>();
  const current = useRef(load);
  useEffect(() => {
    current.current = load;
  }, [load]);
  const loaded = useRef<Promise<string[]> | undefined>(undefined);
  const options = useCallback(async (typed: string) => {
    if (typed === '' || loaded.current === undefined) {
      loaded.current = current.current();
    }
    let values: string[] = [];
    try {
      values = await loaded.current;
      setFailure(undefined);
    } catch (thrown) {
      loaded.current = undefined;
      setFailure(errorMessage(thrown));
    }
    const wanted = typed.toLowerCase();
    return values.filter((value) => value.toLowerCase().includes(wanted)).map((value) => ({ value }));
  }, []);
  return { options, failure };
}
