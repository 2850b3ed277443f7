import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { useLoad, type Load } from '../../../components/load/useLoad';
import type { Subject } from '../rules/subject';

export interface Spend {
  readonly requests: number;
  readonly costUsd: number;
}

const DAYS = 30;
const DAY_MS = 86_400_000;

/** What each key, team or user spent in the last 30 days, by name. */
export function useSpend(gatewayUid: string, kind: Subject['kind']): Load<ReadonlyMap<string, Spend>> {
  return useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const from = String(Date.now() - DAYS * DAY_MS);
        const query = { from, group_by: kind, measures: 'cost_usd,requests' };
        const { groups } = await gatewayApi(gatewayUid).get('/usage', { query, signal });
        return new Map(
          groups.map((group) => [group[kind] ?? '', { requests: group.requests ?? 0, costUsd: group.cost_usd ?? 0 }])
        );
      },
      [gatewayUid, kind]
    )
  );
}
