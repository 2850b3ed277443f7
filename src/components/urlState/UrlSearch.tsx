import React, { useEffect, useState } from 'react';
import { FilterInput } from '@grafana/ui';
import { useUrlState } from './useUrlState';

const PAUSE_MS = 250;

interface Props {
  placeholder: string;
}

/** Searches by `q` in the address, once the user pauses. */
export function UrlSearch({ placeholder }: Props) {
  const { get, change } = useUrlState();
  const [typed, setTyped] = useState(get('q') ?? '');

  useEffect(() => {
    const timer = setTimeout(() => change({ q: typed }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
    // `change` is another one after each change of the address, which is not the user's typing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);

  return (
    <FilterInput
      placeholder={placeholder}
      aria-label={placeholder}
      value={typed}
      onChange={setTyped}
      escapeRegex={false}
      width={40}
    />
  );
}
