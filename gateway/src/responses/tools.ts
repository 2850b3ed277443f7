import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';

/**
 * Tools and how they are to be used, as fields of a chat completion request.
 * @throws GatewayError 400 that names the tool which is OpenAI's own to run.
 */
export function toToolFields({ tools, tool_choice: choice, parallel_tool_calls: parallel }: Fields): Fields {
  if (tools != null && !Array.isArray(tools)) {
    throw invalidField('tools', 'tools must be a list.');
  }
  const functions = (tools ?? []).map((tool, index) => toFunction(tool, `tools.${index}`));
  if (functions.length === 0) {
    return {};
  }
  return {
    tools: functions,
    ...(choice == null ? {} : { tool_choice: toChoice(choice) }),
    ...(parallel == null ? {} : { parallel_tool_calls: parallel }),
  };
}

function toFunction(tool: unknown, at: string): Fields {
  const { type, name, description, parameters, strict } = isObject(tool) ? tool : {};
  if (type !== 'function') {
    throw invalidField(
      at,
      `${at}: there are no tools of type ${JSON.stringify(type)} at the provider of this model; send functions.`
    );
  }
  return {
    type,
    function: {
      name,
      ...(description == null ? {} : { description }),
      ...(parameters == null ? {} : { parameters }),
      ...(strict == null ? {} : { strict }),
    },
  };
}

function toChoice(choice: unknown): unknown {
  if (choice === 'auto' || choice === 'none' || choice === 'required') {
    return choice;
  }
  const { type, name } = isObject(choice) ? choice : {};
  if (type !== 'function') {
    throw invalidField('tool_choice', 'tool_choice must be auto, none, required, or a function by its name.');
  }
  return { type, function: { name } };
}
