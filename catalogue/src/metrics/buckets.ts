/** Whole requests and calls to providers, in seconds: from a cached answer to a long reasoning run. */
export const REQUEST_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 15, 20, 30, 60, 120, 300, 600];

/** Time to first token, in seconds: OpenTelemetry GenAI's boundaries, and 20 s and 30 s for slow reasoning models. */
export const FIRST_TOKEN_SECONDS = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 30,
];

/** Time per output token, in seconds: OpenTelemetry GenAI's boundaries, and 2.5 and 5 ms for fast inference. */
export const OUTPUT_TOKEN_SECONDS = [
  0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5,
];

/** What the gateway itself adds to a request, in seconds. */
export const OVERHEAD_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** Time in the queue of a model, in seconds. */
export const QUEUE_SECONDS = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Database queries, in seconds. */
export const QUERY_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Tokens of a request: OpenTelemetry GenAI's boundaries up to a million. */
export const REQUEST_TOKENS = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576];
