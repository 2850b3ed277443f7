import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import { type Tool, readToolChoice, readTools } from '../translate/readTools.js';

/** Tools and how they are to be used. Cohere knows no choice of one of them: it is offered that one alone. */
export function toTools(body: Fields): Fields {
  const tools = readTools(body['tools']);
  if (tools.length === 0) {
    return {};
  }
  const choice = readToolChoice(body['tool_choice']);
  const offered = typeof choice === 'object' ? tools.filter(({ name }) => name === choice.name) : tools;
  return defined({
    tools: offered.map(toTool),
    strict_tools: offered.some(({ strict }) => strict) ? true : undefined,
    tool_choice: choice === 'auto' ? undefined : choice === 'none' ? 'NONE' : 'REQUIRED',
  });
}

function toTool({ name, description, parameters }: Tool): Fields {
  return {
    type: 'function',
    function: defined({ name, description, parameters: parameters ?? { type: 'object', properties: {} } }),
  };
}
