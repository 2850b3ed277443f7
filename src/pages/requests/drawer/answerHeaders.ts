import type { RequestDetails } from '../list/requestRow';

/** The gateway's own headers of the answer, by which a client's log is matched; without those of rate limits. */
export function answerHeaders(details: RequestDetails): Array<[name: string, value: string]> {
  const { id, cache, provider, served_model, attempt_count, streaming, status, cost_nano_usd } = details;
  const headers: Array<[string, string]> = [
    ['x-request-id', id],
    ['x-llm-gateway-cache', cache],
  ];
  if (provider !== null) {
    headers.push(['x-llm-gateway-provider', provider], ['x-llm-gateway-attempts', String(attempt_count)]);
    if (served_model !== null) {
      headers.push(['x-llm-gateway-model', served_model]);
    }
  }
  // The headers of a stream are sent before anybody knows its cost.
  if (!streaming && status === 'success' && cost_nano_usd !== null) {
    headers.push(['x-llm-gateway-cost-usd', (cost_nano_usd / 1e9).toFixed(9)]);
  }
  return headers;
}
