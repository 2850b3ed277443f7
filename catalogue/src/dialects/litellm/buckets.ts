/** LiteLLM's bounds of all its latencies, in seconds. */
export const LITELLM_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 420, 600];

/** LiteLLM's bounds of the time per output token, in seconds: those that its metrics client has by itself. */
export const LITELLM_TOKEN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
