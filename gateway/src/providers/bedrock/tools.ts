import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import type { Message } from '../translate/readMessages.js';
import { type Tool, readToolChoice } from '../translate/readTools.js';
import type { Unsupported } from '../unsupported.js';
import { cachePoint } from './blocks.js';

/** Bedrock cannot be told to call none: then it is offered none, unless the conversation has calls in it. */
export function toolConfig(
  tools: readonly Tool[],
  toolChoice: unknown,
  { messages, unsupported }: { readonly messages: readonly Message[]; readonly unsupported: Unsupported }
): Fields | undefined {
  if (tools.length === 0) {
    return undefined;
  }
  const choice = readToolChoice(toolChoice);
  if (choice === 'none') {
    if (!messages.some(({ role, toolCalls }) => role === 'tool' || toolCalls.length > 0)) {
      return undefined;
    }
    unsupported.field('tool_choice', 'with calls in the conversation, it cannot be kept from making more');
  }
  return defined({ tools: tools.flatMap(toTool), toolChoice: toChoice(choice) });
}

function toTool({ name, description, parameters, strict, cacheControl }: Tool): readonly Fields[] {
  const json = parameters ?? { type: 'object', properties: {} };
  return [
    { toolSpec: defined({ name, description, inputSchema: { json }, strict: strict ? true : undefined }) },
    ...cachePoint(cacheControl),
  ];
}

function toChoice(choice: ReturnType<typeof readToolChoice>): Fields | undefined {
  if (choice === 'required') {
    return { any: {} };
  }
  return typeof choice === 'object' ? { tool: { name: choice.name } } : undefined;
}
