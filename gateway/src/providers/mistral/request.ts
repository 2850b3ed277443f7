import { createHash } from 'node:crypto';

import { type Fields, isObject } from '../../chat/completion/fields.js';
import { withoutCarried } from '../../chat/withoutCarried.js';
import { adaptBody } from '../openaiDialect/adaptBody.js';
import { HINTS } from '../translate/otherFields.js';
import type { Unsupported } from '../unsupported.js';

const TRAITS = {
  ignored: [...HINTS, 'user', 'stream_options'],
  unknown: [
    'audio',
    'modalities',
    'prediction',
    'verbosity',
    'web_search_options',
    'logprobs',
    'top_logprobs',
    'logit_bias',
    'service_tier',
  ],
  renamed: { seed: 'random_seed', max_completion_tokens: 'max_tokens' },
  noDeveloper: true,
  noCustomTools: true,
} as const;

/** Fields of a message that Mistral refuses, since it does not know them. */
const FOREIGN = ['reasoning_content', 'reasoning', 'refusal', 'annotations', 'audio'];
/** What Mistral takes for the id of a call. */
const CALL_ID = /^[a-zA-Z0-9]{9}$/;

/** @throws GatewayError 400 that names the field which Mistral cannot honour. */
export function chatRequest(body: Readonly<Fields>, unsupported: Unsupported): Fields {
  const plain = withoutCarried(body);
  const { messages, ...rest } = adaptBody(plain, TRAITS, unsupported) ?? plain;
  return { ...rest, messages: (messages as unknown[]).map((each) => (isObject(each) ? toMessage(each) : each)) };
}

function toMessage(message: Fields): Fields {
  const { tool_calls: calls, tool_call_id: answered, ...rest } = message;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => !FOREIGN.includes(name))),
    ...(Array.isArray(calls) && {
      tool_calls: calls.map((call: unknown) => (isObject(call) ? { ...call, id: callId(call['id']) } : call)),
    }),
    ...(answered !== undefined && { tool_call_id: callId(answered) }),
  };
}

/** The id, or one that stands for it: another provider may have made it. */
function callId(id: unknown): unknown {
  return typeof id !== 'string' || CALL_ID.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 9);
}
