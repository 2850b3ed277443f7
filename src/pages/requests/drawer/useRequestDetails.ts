import { useEffect, useState } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { GatewayApiError } from '../../../api/gateway/gatewayApiError';
import type { RequestDetails } from '../list/requestRow';

export type DetailsState =
  | { readonly state: 'loading' }
  | { readonly state: 'not-found'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'loaded'; readonly details: RequestDetails };

/** One request in full. */
export function useRequestDetails(gatewayUid: string, id: string): DetailsState {
  const [loaded, setLoaded] = useState<{ id: string; state: DetailsState }>();
  useEffect(() => {
    const controller = new AbortController();
    const settle = (state: DetailsState) => !controller.signal.aborted && setLoaded({ id, state });
    gatewayApi(gatewayUid)
      .get('/requests/{id}', { path: { id }, signal: controller.signal })
      .then(
        (details) => settle({ state: 'loaded', details }),
        (thrown: GatewayApiError) => settle(failure(thrown))
      );
    return () => controller.abort();
  }, [gatewayUid, id]);
  return loaded?.id === id ? loaded.state : { state: 'loading' };
}

/** Anything else that is not found, as the data source itself, is a failure. */
function failure({ message, code }: GatewayApiError): DetailsState {
  return { state: code === 'request_not_found' ? 'not-found' : 'failed', reason: message };
}
