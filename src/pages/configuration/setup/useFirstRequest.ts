import { useCallback, useEffect } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { useLoad } from '../../../components/load/useLoad';

const EVERY_MS = 5_000;
const MONTH_MS = 30 * 86_400_000;

/**
 * How many requests a gateway had in the last 30 days, asked again until there is one.
 * @param gatewayUid nothing where there is none to ask
 * @returns undefined while that is not known
 */
export function useFirstRequest(gatewayUid: string | undefined): number | undefined {
  const { data, reload } = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        if (gatewayUid === undefined) {
          return undefined;
        }
        const query = { from: String(Date.now() - MONTH_MS), measures: 'requests' };
        const { totals } = await gatewayApi(gatewayUid).get('/usage', { query, signal });
        return totals.requests;
      },
      [gatewayUid]
    )
  );
  const isOver = data !== undefined && data > 0;
  useEffect(() => {
    if (isOver) {
      return undefined;
    }
    const timer = setInterval(reload, EVERY_MS);
    return () => clearInterval(timer);
  }, [isOver, reload]);
  return data;
}
