import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { LONGEST_LIST, type Limit } from '../../../api/gateway/objects';
import { useLoad } from '../../../components/load/useLoad';

/** What is used of a limit is another a moment later. */
const EVERY_MS = 5_000;

/** The same limits with where they stand now, as long as somebody looks at them. */
export function useLimits(gatewayUid: string, limits: readonly Limit[]): readonly Limit[] {
  const { data } = useLoad(
    useCallback(() => gatewayApi(gatewayUid).get('/limits', { query: { limit: LONGEST_LIST } }), [gatewayUid]),
    { everyMs: EVERY_MS }
  );
  const standings = new Map(data?.limits.map((limit) => [limit.name, limit.standings]));
  return limits.map((limit) =>
    standings.has(limit.name) ? { ...limit, standings: standings.get(limit.name) } : limit
  );
}
