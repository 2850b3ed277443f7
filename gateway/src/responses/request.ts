import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';
import { toChatMessages } from './conversation.js';
import { toToolFields } from './tools.js';

/** Same name and meaning in a chat completion request. */
const SAME = [
  ...['model', 'temperature', 'top_p', 'user', 'metadata', 'service_tier', 'safety_identifier'],
  ...['prompt_cache_key', 'prompt_cache_retention'],
] as const;

const TRANSLATED = [
  ...['input', 'instructions', 'max_output_tokens', 'tools', 'tool_choice', 'parallel_tool_calls', 'text', 'reasoning'],
  ...['stream', 'stream_options', 'include', 'top_logprobs', 'max_tool_calls'],
] as const;

const KNOWN: ReadonlySet<string> = new Set([...SAME, ...TRANSLATED]);

/** What needs a memory: why it cannot be, and the value that does not ask for it. */
const NEEDS_MEMORY: Readonly<Record<string, { readonly why: string; readonly none?: unknown }>> = {
  previous_response_id: { why: 'responses are not kept; send the whole conversation as input' },
  conversation: { why: 'conversations are not kept; send the whole conversation as input' },
  prompt: { why: 'prompts are not kept; send instructions and input' },
  store: { why: 'responses are not kept; leave it out or set it to false', none: false },
  background: { why: 'nothing runs in the background; leave it out or set it to false', none: false },
  truncation: { why: 'input is never shortened; leave it out or set it to disabled', none: 'disabled' },
};

/**
 * A request of OpenAI's Responses API as one for a chat completion.
 * @throws GatewayError 400 that names the field which cannot be expressed.
 */
export function toChatRequest(body: Readonly<Fields>): Fields {
  checkFields(body);
  const { reasoning, text, include, top_logprobs: most, stream } = body;
  const ofText = isObject(text) ? text : {};
  const wantsLogprobs = Array.isArray(include) && include.includes('message.output_text.logprobs');
  return defined({
    ...Object.fromEntries(SAME.map((name) => [name, body[name]])),
    messages: toChatMessages(body),
    max_completion_tokens: body['max_output_tokens'],
    reasoning_effort: isObject(reasoning) ? reasoning['effort'] : undefined,
    response_format: responseFormat(ofText['format']),
    verbosity: ofText['verbosity'],
    ...(wantsLogprobs ? { logprobs: true, top_logprobs: most } : {}),
    ...toToolFields(body),
    ...(stream === true ? { stream, stream_options: { include_usage: true } } : {}),
  });
}

function checkFields(body: Fields): void {
  for (const [name, value] of Object.entries(body)) {
    if (value == null || KNOWN.has(name)) {
      continue;
    }
    const stored = NEEDS_MEMORY[name];
    if (stored === undefined) {
      throw invalidField(name, `${name} cannot be sent to the provider of this model; leave it out.`);
    }
    if (value !== stored.none) {
      throw invalidField(name, `${name}: ${stored.why}.`);
    }
  }
}

function responseFormat(format: unknown): Fields | undefined {
  const { type, ...described } = isObject(format) ? format : {};
  switch (type) {
    case undefined:
    case 'text':
      return undefined;
    case 'json_object':
      return { type };
    case 'json_schema':
      return { type, json_schema: described };
    default:
      throw invalidField('text.format', 'text.format.type must be text, json_object or json_schema.');
  }
}

function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
