import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import { refuseOthers } from '../translate/otherFields.js';
import { readMessages } from '../translate/readMessages.js';
import { readTools } from '../translate/readTools.js';
import type { Unsupported } from '../unsupported.js';
import { readContents, systemInstruction } from './contents.js';
import { generationConfig } from './generationConfig.js';
import { toolConfig, toolDeclarations } from './tools.js';

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
  'n',
  'stop',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'logprobs',
  'top_logprobs',
  'response_format',
  'reasoning_effort',
  'tools',
  'tool_choice',
]);

/**
 * A chat completion request as the body of generateContent.
 * @throws GatewayError 400 that names the field which is wrong or which Gemini cannot honour.
 */
export function generateContent(body: Fields, { provider, model, unsupported }: RequestContext): Fields {
  refuseOthers(body, HONOURED, unsupported);
  const messages = readMessages(body['messages']);
  const tools = readTools(body['tools']);
  return defined({
    systemInstruction: systemInstruction(messages, provider),
    contents: readContents(messages, provider),
    tools: toolDeclarations(tools),
    toolConfig: toolConfig(tools, body['tool_choice']),
    generationConfig: generationConfig(body, model),
  });
}
