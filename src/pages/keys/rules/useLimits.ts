import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { LONGEST_LIST, type Limit } from '../../../api/gateway/objects';
import { usePolled } from '../../../api/usePolled';

/** What is used of a limit is another a moment later. */
const EVERY_MS = 5_000;

/** The same limits with where they stand now, as long as somebody looks at them. */
export function useLimits(gatewayUid: string, limits: readonly Limit[]): readonly Limit[] {
  const { value } = usePolled(
    useCallback(() => gatewayApi(gatewayUid).get('/limits', { query: { limit: LONGEST_LIST } }), [gatewayUid]),
    EVERY_MS
  );
  const standings = new Map(value?.limits.map((limit) => [limit.name, limit.standings]));
  return limits.map((limit) =>
    standings.has(limit.name) ? { ...limit, standings: standings.get(limit.name) } : limit
  );
}
