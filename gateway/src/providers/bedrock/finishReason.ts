import { GatewayError } from '../../errors/gatewayError.js';

const REASONS: Readonly<Record<string, string>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool_calls',
  guardrail_intervened: 'content_filter',
  content_filtered: 'content_filter',
  refusal: 'content_filter',
};

/**
 * Why the answer ended, in OpenAI's words.
 * @throws GatewayError 502 where the model made a mistake that leaves no answer.
 */
export function finishReason(reason: unknown, provider: string): string {
  if (reason === 'malformed_model_output' || reason === 'malformed_tool_use') {
    throw new GatewayError(`The model of the provider ${provider} gave no answer that can be used (${reason}).`, {
      status: 502,
      type: 'upstream_error',
      code: reason,
    });
  }
  return REASONS[String(reason)] ?? 'stop';
}
