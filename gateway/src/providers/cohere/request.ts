import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import { refuseOthers } from '../translate/otherFields.js';
import { readFormat, readStop } from '../translate/readFormat.js';
import { readMessages } from '../translate/readMessages.js';
import { readThinking } from '../translate/readThinking.js';
import type { Unsupported } from '../unsupported.js';
import { toMessage } from './messages.js';
import { toTools } from './tools.js';

const HONOURED: ReadonlySet<string> = new Set([
  'temperature',
  'top_p',
  'top_k',
  'max_tokens',
  'max_completion_tokens',
  'stop',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'logprobs',
  'response_format',
  'reasoning_effort',
  'tools',
  'tool_choice',
  'safety_mode',
]);

/**
 * A chat completion request as Cohere's, without its model.
 * @throws GatewayError 400 that names the field which is wrong or which Cohere cannot honour.
 */
export function chatRequest(
  body: Fields,
  { provider, unsupported }: { readonly provider: string; readonly unsupported: Unsupported }
): Fields {
  refuseOthers(body, HONOURED, unsupported);
  return defined({
    messages: readMessages(body['messages']).map((message) => toMessage(message, provider)),
    ...toTools(body),
    temperature: body['temperature'],
    p: body['top_p'],
    k: body['top_k'],
    max_tokens: body['max_completion_tokens'] ?? body['max_tokens'],
    stop_sequences: readStop(body['stop']),
    seed: body['seed'],
    frequency_penalty: body['frequency_penalty'],
    presence_penalty: body['presence_penalty'],
    logprobs: body['logprobs'],
    safety_mode: body['safety_mode'],
    response_format: responseFormat(body),
    thinking: thinking(body),
  });
}

function responseFormat(body: Fields): Fields | undefined {
  const format = readFormat(body['response_format']);
  if (format.kind === 'text') {
    return undefined;
  }
  return defined({ type: 'json_object', json_schema: format.kind === 'schema' ? format.schema : undefined });
}

function thinking(body: Fields): Fields | undefined {
  const asked = readThinking(body);
  if (asked === undefined) {
    return undefined;
  }
  return asked.on ? defined({ type: 'enabled', token_budget: asked.budget }) : { type: 'disabled' };
}
