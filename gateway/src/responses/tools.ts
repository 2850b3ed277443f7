import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';

/**
 * Tools and how they are to be used, as fields of a chat completion request. Whether a provider has custom tools, it says
 * itself.
 * @throws GatewayError 400 that names the tool which is OpenAI's own to run.
 */
export function toToolFields({ tools, tool_choice: choice, parallel_tool_calls: parallel }: Fields): Fields {
  if (tools != null && !Array.isArray(tools)) {
    throw invalidField('tools', 'tools must be a list.');
  }
  const chatTools = (tools ?? []).map((tool, index) => toChatTool(tool, `tools.${index}`));
  if (chatTools.length === 0) {
    return {};
  }
  return {
    tools: chatTools,
    ...(choice == null ? {} : { tool_choice: toChoice(choice) }),
    ...(parallel == null ? {} : { parallel_tool_calls: parallel }),
  };
}

function toChatTool(tool: unknown, at: string): Fields {
  const { type, name, description, parameters, strict, format } = isObject(tool) ? tool : {};
  const described = { name, ...(description == null ? {} : { description }) };
  if (type === 'custom') {
    return { type, custom: { ...described, ...(format == null ? {} : { format: toFormat(format, at) }) } };
  }
  if (type !== 'function') {
    throw invalidField(
      at,
      `${at}: there are no tools of type ${JSON.stringify(type)} at the provider of this model; send functions or custom tools.`
    );
  }
  return {
    type,
    function: {
      ...described,
      ...(parameters == null ? {} : { parameters }),
      ...(strict == null ? {} : { strict }),
    },
  };
}

/** A grammar has a level of its own in chat completions. */
function toFormat(format: unknown, at: string): Fields {
  const { type, definition, syntax } = isObject(format) ? format : {};
  switch (type) {
    case 'text':
      return { type };
    case 'grammar':
      return { type, grammar: { definition, syntax } };
    default:
      throw invalidField(`${at}.format`, `${at}.format.type must be text or grammar.`);
  }
}

function toChoice(choice: unknown): unknown {
  if (choice === 'auto' || choice === 'none' || choice === 'required') {
    return choice;
  }
  const { type, name } = isObject(choice) ? choice : {};
  if (type !== 'function' && type !== 'custom') {
    throw invalidField('tool_choice', 'tool_choice must be auto, none, required, or a function or tool by its name.');
  }
  return { type, [type]: { name } };
}
