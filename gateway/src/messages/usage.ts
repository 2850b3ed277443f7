import { type Fields, isObject } from '../chat/completion/fields.js';

/** OpenAI's counts as Anthropic has them: what the prompt cache gave and took stands beside the input. */
export function toUsage(usage: unknown): Fields {
  const { prompt_tokens: prompt, completion_tokens: completion, ...told } = isObject(usage) ? usage : {};
  const ofPrompt = fieldsOf(told['prompt_tokens_details']);
  const read = count(ofPrompt['cached_tokens']);
  const byTime = fieldsOf(ofPrompt['cache_creation_token_details']);
  const hour = count(byTime['ephemeral_1h_input_tokens']);
  const written = count(ofPrompt['cache_creation_tokens'] ?? ofPrompt['cache_write_tokens']);
  const reasoning = count(fieldsOf(told['completion_tokens_details'])['reasoning_tokens']);
  return {
    input_tokens: Math.max(0, count(prompt) - read - written),
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    cache_creation: { ephemeral_5m_input_tokens: written - hour, ephemeral_1h_input_tokens: hour },
    output_tokens: count(completion),
    output_tokens_details: { thinking_tokens: reasoning },
  };
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
