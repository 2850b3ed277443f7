import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { GatewayStatus } from '../../../api/gateway/objects';
import { useLoad, type Load } from '../../../components/load/useLoad';

const EVERY_MS = 10_000;

/** How the gateway and what it depends on stand, asked again every ten seconds. */
export function useStatus(gatewayUid: string): Load<GatewayStatus> {
  return useLoad(
    useCallback((signal: AbortSignal) => gatewayApi(gatewayUid).get('/status', { signal }), [gatewayUid]),
    { everyMs: EVERY_MS }
  );
}
