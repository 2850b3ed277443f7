import { useMemo } from 'react';
import { useUrlState } from '../../components/urlState/useUrlState';

/** Those that have what is searched for in their name. */
export function useFound<T extends { readonly name: string }>(all: readonly T[]): T[] {
  const wanted = useUrlState().get('q')?.toLowerCase() ?? '';
  return useMemo(() => all.filter(({ name }) => name.toLowerCase().includes(wanted)), [all, wanted]);
}
