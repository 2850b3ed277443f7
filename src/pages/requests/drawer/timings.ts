import type { RequestDetails } from '../list/requestRow';

/** Tokens per second of a stream that came to its end, as the metrics have it: the time between tokens needs two. */
export function tokensPerSecond(details: RequestDetails): number | undefined {
  const { status, duration_ms, first_token_ms, output_tokens } = details;
  if (status !== 'success' || first_token_ms === null || output_tokens < 2 || duration_ms <= first_token_ms) {
    return undefined;
  }
  return ((output_tokens - 1) * 1000) / (duration_ms - first_token_ms);
}
