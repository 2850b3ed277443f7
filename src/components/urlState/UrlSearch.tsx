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
  const searched = get('q') ?? '';
  const [typed, setTyped] = useState(searched);

  useEffect(() => {
    if (typed === searched) {
      return undefined;
    }
    const timer = setTimeout(() => change({ q: typed }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, searched, change]);

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
