import { type Fields, isObject } from '../../chat/completion/fields.js';

/**
 * Anthropic's counts as OpenAI has them: what was read from and written to the prompt cache is part of the prompt. Of
 * writes OpenAI says nothing; they have the names that LiteLLM's clients know.
 */
export function toUsage(usage: Fields): Fields {
  const read = count(usage['cache_read_input_tokens']);
  const byTime = isObject(usage['cache_creation']) ? usage['cache_creation'] : {};
  const hour = count(byTime['ephemeral_1h_input_tokens']);
  const written = Math.max(
    count(usage['cache_creation_input_tokens']),
    hour + count(byTime['ephemeral_5m_input_tokens'])
  );
  const prompt = count(usage['input_tokens']) + read + written;
  const completion = count(usage['output_tokens']);
  const details = usage['output_tokens_details'];
  const thinking = isObject(details) ? count(details['thinking_tokens']) : 0;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: {
      cached_tokens: read,
      ...(written === 0
        ? {}
        : {
            cache_creation_tokens: written,
            cache_creation_token_details: {
              ephemeral_5m_input_tokens: written - hour,
              ephemeral_1h_input_tokens: hour,
            },
          }),
    },
    ...(thinking === 0 ? {} : { completion_tokens_details: { reasoning_tokens: thinking } }),
  };
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;
}
