import type { Deployment, ProviderStanding } from '../facts/standing';

/** A provider as the gateway tells of it: one that answers, unless told otherwise. */
export function standing(changes: Partial<ProviderStanding> = {}): ProviderStanding {
  return {
    name: 'openai',
    type: 'openai',
    status: 'healthy',
    since: Date.UTC(2026, 10, 26),
    reason: null,
    breaker: 'closed',
    active: 0,
    ...changes,
  };
}

/** A deployment as the gateway tells of it: one that gets calls, unless told otherwise. */
export function deployment(changes: Partial<Deployment> = {}): Deployment {
  return {
    model: 'gpt-4o',
    deployment: 'openai/gpt-4o-2024-11-20',
    provider: 'openai',
    provider_model: 'gpt-4o-2024-11-20',
    weight: 1,
    status: 'ready',
    breaker: 'closed',
    breaker_since: '2026-11-26T00:00:00.000Z',
    in_flight: 0,
    provider_status: 'healthy',
    price: { source: 'genai-prices@1', input_per_million_usd: 2.5, output_per_million_usd: 10, per_request_usd: 0 },
    ...changes,
  };
}
