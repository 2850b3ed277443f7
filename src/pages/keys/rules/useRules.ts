import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { LONGEST_LIST, type Budget, type Limit } from '../../../api/gateway/objects';
import { useLoad, type Load } from '../../../components/load/useLoad';

export interface Rules {
  readonly budgets: readonly Budget[];
  readonly limits: readonly Limit[];
}

/** All budgets, with where they stand, and all limits. */
export function useRules(gatewayUid: string): Load<Rules> {
  return useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const api = gatewayApi(gatewayUid);
        const query = { limit: LONGEST_LIST };
        const [{ budgets }, { limits }] = await Promise.all([
          api.get('/budgets', { query, signal }),
          api.get('/limits', { query, signal }),
        ]);
        return { budgets, limits };
      },
      [gatewayUid]
    )
  );
}
