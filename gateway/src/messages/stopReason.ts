import type { Fields } from '../chat/completion/fields.js';

const REASONS: Readonly<Record<string, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
  function_call: 'tool_use',
  content_filter: 'refusal',
};

/**
 * Why an answer ended, in Anthropic's words. Which stop sequence did it, OpenAI does not say; vLLM, and Anthropic
 * itself through the gateway, say it in `stop_reason`.
 * @param calls whether a tool is called: some servers say `stop` all the same
 */
export function toStop({ finish_reason: finish, stop_reason: sequence }: Fields, calls: boolean): Fields {
  const reason = REASONS[String(finish)] ?? 'end_turn';
  if (reason !== 'end_turn') {
    return { stop_reason: reason, stop_sequence: null };
  }
  if (calls) {
    return { stop_reason: 'tool_use', stop_sequence: null };
  }
  return typeof sequence === 'string'
    ? { stop_reason: 'stop_sequence', stop_sequence: sequence }
    : { stop_reason: reason, stop_sequence: null };
}
