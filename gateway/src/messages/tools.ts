import { CARRIED_TOOL_FIELDS } from '../chat/carriedFields.js';
import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';

/**
 * Tools and how they are to be used, as fields of a chat completion request.
 * @throws GatewayError 400 that names the tool which is Anthropic's own to run.
 */
export function toToolFields({ tools, tool_choice: choice }: Fields): Fields {
  if (tools != null && !Array.isArray(tools)) {
    throw invalidField('tools', 'tools must be a list.');
  }
  const functions = (tools ?? []).map((tool, index) => toFunction(tool, `tools.${index}`));
  if (functions.length === 0) {
    return {};
  }
  return { tools: functions, ...(choice == null ? {} : toChoice(choice)) };
}

function toFunction(tool: unknown, at: string): Fields {
  const { type, name, description, input_schema: parameters, strict, ...rest } = isObject(tool) ? tool : {};
  if ((type != null && type !== 'custom') || !isObject(parameters)) {
    throw invalidField(
      at,
      `${at}: tools of type ${JSON.stringify(type ?? 'custom')} are run by Anthropic, or have no input_schema; the provider of this model takes tools with an input_schema that the client runs.`
    );
  }
  return {
    type: 'function',
    function: {
      name,
      ...(description == null ? {} : { description }),
      parameters,
      ...(strict == null ? {} : { strict }),
    },
    ...Object.fromEntries(
      CARRIED_TOOL_FIELDS.filter((field) => rest[field] != null).map((field) => [field, rest[field]])
    ),
  };
}

function toChoice(choice: unknown): Fields {
  const { type, name, disable_parallel_tool_use: single } = isObject(choice) ? choice : {};
  return { tool_choice: chosen(type, name), ...(single === true ? { parallel_tool_calls: false } : {}) };
}

function chosen(type: unknown, name: unknown): unknown {
  switch (type) {
    case 'auto':
    case 'none':
      return type;
    case 'any':
      return 'required';
    case 'tool':
      return { type: 'function', function: { name } };
    default:
      throw invalidField('tool_choice.type', 'tool_choice.type must be auto, any, tool or none.');
  }
}
