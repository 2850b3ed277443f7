import { useCallback } from 'react';
import { send } from '../../../api/grafana';
import { useLoad } from '../../../components/load/useLoad';

/** The gateway's address as its data source has it; Grafana tells it to admins only. */
export function useGatewayUrl(gatewayUid: string): string | undefined {
  const { data } = useLoad(
    useCallback(
      () => send<{ url?: string }>('GET', `/api/datasources/uid/${encodeURIComponent(gatewayUid)}`),
      [gatewayUid]
    )
  );
  return data?.url || undefined;
}
