import React, { useEffect, useState } from 'react';
import { FilterInput } from '@grafana/ui';
import { useUrlState } from './useUrlState';

const PAUSE_MS = 250;

interface Props {
  placeholder: string;
  /** Of the address. */
  parameter?: string;
  width?: number;
}

/** Searches by a parameter of the address, once the user pauses. */
export function UrlSearch({ placeholder, parameter = 'q', width = 40 }: Props) {
  const { get, change } = useUrlState();
  const searched = get(parameter) ?? '';
  const [typed, setTyped] = useState(searched);
  const [known, setKnown] = useState(searched);
  // It was changed elsewhere on the page, or by a step back.
  if (searched !== known) {
    setKnown(searched);
    setTyped(searched);
  }

  useEffect(() => {
    if (typed === searched) {
      return undefined;
    }
    const timer = setTimeout(() => change({ [parameter]: typed }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, searched, parameter, change]);

  return (
    <FilterInput
      placeholder={placeholder}
      aria-label={placeholder}
      value={typed}
      onChange={setTyped}
      escapeRegex={false}
      width={width}
    />
  );
}
