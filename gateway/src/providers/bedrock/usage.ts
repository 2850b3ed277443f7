import { countOf, fieldsOf, objectsOf } from '../translate/json.js';
import { type UsageFields, usageFields } from '../translate/usageFields.js';

/** Bedrock counts what was read from and written to the prompt cache apart from the input. */
export function readUsage(usage: unknown): UsageFields | undefined {
  const told = fieldsOf(usage);
  if (told['inputTokens'] === undefined) {
    return undefined;
  }
  const read = countOf(told['cacheReadInputTokens']);
  const written = countOf(told['cacheWriteInputTokens']);
  const hour = objectsOf(told['cacheDetails'])
    .filter(({ ttl }) => ttl === '1h')
    .reduce((sum, { inputTokens }) => sum + countOf(inputTokens), 0);
  const byTime = { ephemeral_5m_input_tokens: written - hour, ephemeral_1h_input_tokens: hour };
  return usageFields({
    input: countOf(told['inputTokens']) + read + written,
    output: countOf(told['outputTokens']),
    ofInput: {
      cached_tokens: read,
      cache_creation_tokens: written,
      cache_creation_token_details: hour === 0 ? undefined : byTime,
    },
  });
}
