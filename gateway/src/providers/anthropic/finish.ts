import { type Fields, isObject } from '../../chat/completion/fields.js';

const REASONS: Readonly<Record<string, string>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  // A tool of Anthropic's own takes long; none is offered here.
  pause_turn: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool_calls',
  refusal: 'content_filter',
};

/**
 * Why the answer ended, in OpenAI's words; which stop sequence did it, where OpenAI says nothing, as vLLM says it.
 * @param calls whether any tool is called, beside the one that takes an answer in JSON
 */
export function toFinish({ stop_reason: reason, stop_sequence: sequence }: Fields, calls: boolean): Fields {
  const finish = REASONS[String(reason)] ?? 'stop';
  return {
    finish_reason: finish === 'tool_calls' && !calls ? 'stop' : finish,
    ...(typeof sequence === 'string' ? { stop_reason: sequence } : {}),
  };
}

/** What Anthropic says of an answer that it refuses. */
export function refusalOf({ stop_details: details }: Fields): string | undefined {
  const told = isObject(details) && details['type'] === 'refusal' ? details['explanation'] : undefined;
  return typeof told === 'string' && told !== '' ? told : undefined;
}
