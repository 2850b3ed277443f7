import {
  FIRST_TOKEN_SECONDS,
  OUTPUT_TOKEN_SECONDS,
  OVERHEAD_SECONDS,
  QUEUE_SECONDS,
  REQUEST_SECONDS,
} from '../buckets.js';
import { family } from '../family.js';

/** What becomes of requests, and how long it takes. Fed by the usage event. */
export const requestFamilies = {
  requests: family({
    name: 'llm_gateway_requests_total',
    type: 'counter',
    help: 'Ended requests of authenticated clients; error_type is none unless status is error.',
    labels: [
      'model',
      'provider',
      'deployment',
      'team',
      'key',
      'streaming',
      'status',
      'code',
      'error_type',
      'operation',
    ],
  }),
  requestDuration: family({
    name: 'llm_gateway_request_duration_seconds',
    type: 'histogram',
    help: 'From the request being read to the last byte of its answer; team and key only if metrics.latency_by says so.',
    labels: ['model', 'provider', 'streaming', 'status', 'team', 'key', 'operation'],
    buckets: REQUEST_SECONDS,
  }),
  timeToFirstToken: family({
    name: 'llm_gateway_time_to_first_token_seconds',
    type: 'histogram',
    help: 'From the request being read to the first whole event of a streamed answer.',
    labels: ['model', 'provider', 'team', 'key', 'operation'],
    buckets: FIRST_TOKEN_SECONDS,
  }),
  timePerOutputToken: family({
    name: 'llm_gateway_time_per_output_token_seconds',
    type: 'histogram',
    help: 'Mean time between output tokens of one streamed answer, the first one left out.',
    labels: ['model', 'provider', 'team', 'key', 'operation'],
    buckets: OUTPUT_TOKEN_SECONDS,
  }),
  tokensPerSecond: family({
    name: 'llm_gateway_output_tokens_per_second',
    type: 'gauge',
    help: 'Output tokens per second of streamed answers after their first token, smoothed: each answer weighs a tenth.',
    labels: ['model', 'provider'],
  }),
  overhead: family({
    name: 'llm_gateway_overhead_seconds',
    type: 'histogram',
    help: 'Time a request spent in the gateway before its first call to a provider.',
    labels: [],
    buckets: OVERHEAD_SECONDS,
  }),
  queueDuration: family({
    name: 'llm_gateway_queue_seconds',
    type: 'histogram',
    help: 'Time that requests waited for a deployment at its limit of concurrent calls; only those that waited.',
    labels: ['model'],
    buckets: QUEUE_SECONDS,
  }),
  queuedRequests: family({
    name: 'llm_gateway_queued_requests',
    type: 'gauge',
    help: 'Requests that wait for a deployment at its limit of concurrent calls.',
    labels: [],
  }),
  inFlightRequests: family({
    name: 'llm_gateway_in_flight_requests',
    type: 'gauge',
    help: 'Requests that were let in and have not ended.',
    labels: [],
  }),
} as const;
