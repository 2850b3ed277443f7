import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import { refuseOthers } from '../translate/otherFields.js';
import { readFormat, readStop } from '../translate/readFormat.js';
import { readMessages } from '../translate/readMessages.js';
import { readTools } from '../translate/readTools.js';
import type { Unsupported } from '../unsupported.js';
import { additionalFields } from './additionalFields.js';
import { readConversation, systemBlocks } from './conversation.js';
import { toolConfig } from './tools.js';

export interface RequestContext {
  readonly provider: string;
  readonly model: string;
  readonly unsupported: Unsupported;
}

const HONOURED: ReadonlySet<string> = new Set([
  'temperature',
  'top_p',
  'top_k',
  'max_tokens',
  'max_completion_tokens',
  'stop',
  'response_format',
  'reasoning_effort',
  'tools',
  'tool_choice',
]);

/**
 * A chat completion request as the body of Converse.
 * @throws GatewayError 400 that names the field which is wrong or which Bedrock cannot honour.
 */
export function converse(body: Fields, { provider, model, unsupported }: RequestContext): Fields {
  refuseOthers(body, HONOURED, unsupported);
  const messages = readMessages(body['messages']);
  const inferenceConfig = defined({
    maxTokens: body['max_completion_tokens'] ?? body['max_tokens'],
    temperature: body['temperature'],
    topP: body['top_p'],
    stopSequences: readStop(body['stop']),
  });
  return defined({
    system: systemBlocks(messages, provider),
    messages: readConversation(messages, provider),
    inferenceConfig: Object.keys(inferenceConfig).length === 0 ? undefined : inferenceConfig,
    toolConfig: toolConfig(readTools(body['tools']), body['tool_choice'], { messages, unsupported }),
    outputConfig: outputConfig(body, unsupported),
    additionalModelRequestFields: additionalFields(body, model, unsupported),
  });
}

function outputConfig(body: Fields, unsupported: Unsupported): Fields | undefined {
  const format = readFormat(body['response_format']);
  if (format.kind === 'json') {
    unsupported.field('response_format', 'it knows no JSON without a schema; send type json_schema');
  }
  if (format.kind !== 'schema') {
    return undefined;
  }
  const { name, description, schema } = format;
  const jsonSchema = defined({ name, description, schema: JSON.stringify(schema) });
  return { textFormat: { type: 'json_schema', structure: { jsonSchema } } };
}
