import Type from 'typebox';

import { Milliseconds, strict } from './fieldTypes.js';

const Breaker = Type.Object(
  {
    consecutive_failures: Type.Integer({ minimum: 1, default: 5, description: 'Failures in a row that open it.' }),
    error_rate: Type.Number({
      minimum: 0.01,
      maximum: 1,
      default: 0.5,
      description: 'Share of failures in the window that opens it, 0 to 1.',
    }),
    min_requests: Type.Integer({ minimum: 1, default: 20, description: 'Fewest calls in the window for that.' }),
    window_ms: Milliseconds('Length of the window', 30_000),
    open_ms: Milliseconds('How long it stays open before a call is tried again', 15_000),
    probes: Type.Integer({ minimum: 1, default: 1, description: 'Calls let through at a time while half open.' }),
  },
  { ...strict, default: {}, description: 'When a deployment that fails is left alone.' }
);

export const Routing = Type.Object(
  {
    max_attempts: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 4,
      description: 'Most calls to providers for one request, fallbacks included.',
    }),
    deadline_ms: Milliseconds('Time in which further calls may begin', 60_000),
    backoff_ms: Milliseconds('Longest wait before the first retry; it doubles with each', 250),
    backoff_max_ms: Milliseconds('Longest wait before any retry', 8_000),
    max_retry_after_ms: Milliseconds('Longest Retry-After that is waited for; a longer one goes to the client', 10_000),
    credential_retry_ms: Milliseconds('How long a provider that refused our credential is left alone', 60_000),
    health_check_ms: Type.Integer({
      minimum: 0,
      maximum: 86_400_000,
      default: 30_000,
      description: 'Time between two checks of each provider (its list of models), in milliseconds; 0 checks never.',
    }),
    max_queue: Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      default: 1_000,
      description: 'Most requests that wait for a place (max_in_flight, max_concurrent); past it 503 with Retry-After.',
    }),
    queue_timeout_ms: Milliseconds('Longest wait there', 10_000),
    drop_unsupported: Type.Boolean({
      default: false,
      description:
        'Whether fields of a request that a provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused.',
    }),
    breaker: Breaker,
  },
  { ...strict, default: {}, description: 'What happens when a provider fails.' }
);
