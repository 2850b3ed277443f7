import { GatewayError } from '../../errors/gatewayError.js';

const FILTERED: ReadonlySet<string> = new Set([
  'SAFETY',
  'RECITATION',
  'LANGUAGE',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);

/** What the model got wrong so that there is no answer, though the status was 200. */
const FAILED: ReadonlySet<string> = new Set([
  'MALFORMED_FUNCTION_CALL',
  'UNEXPECTED_TOOL_CALL',
  'TOO_MANY_TOOL_CALLS',
  'MALFORMED_RESPONSE',
  'MISSING_THOUGHT_SIGNATURE',
]);

/**
 * Why the answer ended, in OpenAI's words.
 * @throws GatewayError 502 where the model made a mistake that leaves no answer.
 */
export function finishReason(reason: string, called: boolean, provider: string): string {
  if (FAILED.has(reason)) {
    throw new GatewayError(`The model of the provider ${provider} gave no answer that can be used (${reason}).`, {
      status: 502,
      type: 'upstream_error',
      code: reason.toLowerCase(),
    });
  }
  if (FILTERED.has(reason)) {
    return 'content_filter';
  }
  if (reason === 'MAX_TOKENS') {
    return 'length';
  }
  return called ? 'tool_calls' : 'stop';
}

/** Why there is no answer at all: the prompt was blocked. */
export function blocked(reason: string): string {
  return `The prompt was blocked by the provider (${reason}).`;
}
