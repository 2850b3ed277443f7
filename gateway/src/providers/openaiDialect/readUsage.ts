import type { TokenUsage } from '../../usage/event.js';

/** The `usage` object of OpenAI's answers, as far as one is there and makes sense. */
export function readUsage(usage: unknown): TokenUsage | undefined {
  if (typeof usage !== 'object' || usage === null) {
    return undefined;
  }
  const {
    prompt_tokens: input,
    completion_tokens: output,
    prompt_tokens_details,
    completion_tokens_details,
  } = usage as Record<string, unknown>;
  if (!isCount(input) && !isCount(output)) {
    return undefined;
  }
  return {
    input: count(input),
    cachedInput: count((prompt_tokens_details as { cached_tokens?: unknown } | null | undefined)?.cached_tokens),
    output: count(output),
    reasoning: count(
      (completion_tokens_details as { reasoning_tokens?: unknown } | null | undefined)?.reasoning_tokens
    ),
    source: 'provider',
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function count(value: unknown): number {
  return isCount(value) ? value : 0;
}
