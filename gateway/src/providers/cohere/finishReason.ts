import { GatewayError } from '../../errors/gatewayError.js';

const REASONS: Readonly<Record<string, string>> = {
  COMPLETE: 'stop',
  STOP_SEQUENCE: 'stop',
  MAX_TOKENS: 'length',
  TOOL_CALL: 'tool_calls',
  ERROR_TOXIC: 'content_filter',
};

/**
 * Why the answer ended, in OpenAI's words.
 * @throws GatewayError 502 where it ended by an error, 504 where it took too long.
 */
export function finishReason(reason: string, provider: string, message?: string): string {
  const known = REASONS[reason];
  if (known !== undefined) {
    return known;
  }
  const late = reason === 'TIMEOUT';
  throw new GatewayError(message ?? `The provider ${provider} gave up its answer (${reason}).`, {
    status: late ? 504 : 502,
    type: late ? 'timeout' : 'upstream_error',
    code: reason.toLowerCase(),
  });
}
