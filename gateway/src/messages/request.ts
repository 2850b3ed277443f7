import { CARRIED_FIELDS } from '../chat/carriedFields.js';
import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';
import { toChatMessages } from './conversation.js';
import { reasoningEffort } from './effort.js';
import { toToolFields } from './tools.js';

const KNOWN: ReadonlySet<string> = new Set([
  ...['model', 'messages', 'max_tokens', 'system', 'stream', 'temperature', 'top_p', 'top_k', 'stop_sequences'],
  ...['tools', 'tool_choice', 'metadata', 'service_tier', 'output_format', ...CARRIED_FIELDS],
]);

/** Without them the answer is the same. */
const HINTS: ReadonlySet<string> = new Set(['diagnostics', 'context_management']);

/**
 * A request of Anthropic's Messages API as one for a chat completion.
 * @throws GatewayError 400 that names the field which cannot be expressed.
 */
export function toChatRequest(body: Readonly<Fields>): Fields {
  checkFields(body);
  const { max_tokens: most, stream } = body;
  if (!Number.isInteger(most) || (most as number) < 1) {
    throw invalidField('max_tokens', 'max_tokens must be a whole number of at least 1.');
  }
  return {
    model: body['model'],
    messages: toChatMessages(body),
    max_completion_tokens: most,
    ...defined({
      temperature: body['temperature'],
      top_p: body['top_p'],
      top_k: body['top_k'],
      stop: body['stop_sequences'],
      user: isObject(body['metadata']) ? body['metadata']['user_id'] : undefined,
      service_tier: body['service_tier'] === 'standard_only' ? 'default' : body['service_tier'],
      response_format: responseFormat(body),
      reasoning_effort: reasoningEffort(body),
      ...Object.fromEntries(CARRIED_FIELDS.map((name) => [name, body[name]])),
    }),
    ...toToolFields(body),
    ...(stream === true ? { stream, stream_options: { include_usage: true } } : {}),
  };
}

function checkFields(body: Fields): void {
  for (const [name, value] of Object.entries(body)) {
    if (value != null && !KNOWN.has(name) && !HINTS.has(name) && !(name === 'speed' && value === 'standard')) {
      throw invalidField(name, `${name} cannot be sent to the provider of this model; leave it out.`);
    }
  }
}

/** What is newer stands in `output_config`. */
function responseFormat({ output_config: config, output_format: older }: Fields): Fields | undefined {
  const format = isObject(config) && config['format'] != null ? config['format'] : older;
  if (format == null) {
    return undefined;
  }
  const { type, schema } = isObject(format) ? format : {};
  if (type !== 'json_schema' || !isObject(schema)) {
    throw invalidField('output_config.format', 'output_config.format must be of type json_schema, with a schema.');
  }
  return { type, json_schema: { name: 'output', schema, strict: true } };
}

function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
