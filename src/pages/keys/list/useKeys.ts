import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { LONGEST_LIST, type Key } from '../../../api/gateway/objects';
import { useLoad, type Load } from '../../../components/load/useLoad';

export interface Keys {
  readonly keys: readonly Key[];
  /** More than are in the list, where there are very many. */
  readonly total: number;
  /** The store cannot be read now: some may be missing. */
  readonly partial: boolean;
}

/** Keys that have the text in their name, team or user. */
export function useKeys(gatewayUid: string, search: string | undefined): Load<Keys> {
  return useLoad(
    useCallback(
      (signal: AbortSignal) =>
        gatewayApi(gatewayUid).get('/keys', { query: { q: search, limit: LONGEST_LIST }, signal }),
      [gatewayUid, search]
    )
  );
}
