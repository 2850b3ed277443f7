/**
 * What requests in Anthropic's shape say beyond OpenAI's. It is carried along in a chat completion request under
 * Anthropic's own names, so that a provider which knows it gets it as it was; the others are sent the request
 * without it (`withoutCarried`).
 */

/** Of the whole request. */
export const CARRIED_FIELDS = ['thinking', 'output_config', 'cache_control'] as const;

/** Of a tool, beside its `type` and `function`. */
export const CARRIED_TOOL_FIELDS = [
  'cache_control',
  'input_examples',
  'eager_input_streaming',
  'defer_loading',
  'allowed_callers',
] as const;

/** Of a message: what the model thought, with its signatures; whether a tool failed; marks for the prompt cache. */
export const CARRIED_MESSAGE_FIELDS = ['thinking_blocks', 'reasoning_content', 'is_error', 'cache_control'] as const;
