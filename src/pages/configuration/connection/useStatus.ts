import { useCallback, useEffect } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { GatewayStatus } from '../../../api/gateway/objects';
import { useLoad, type Load } from '../../../components/load/useLoad';

const EVERY_MS = 10_000;

/** How the gateway and what it depends on stand, asked again every ten seconds. */
export function useStatus(gatewayUid: string): Load<GatewayStatus> {
  const status = useLoad(
    useCallback((signal: AbortSignal) => gatewayApi(gatewayUid).get('/status', { signal }), [gatewayUid])
  );
  const { reload } = status;
  useEffect(() => {
    const timer = setInterval(reload, EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return status;
}
