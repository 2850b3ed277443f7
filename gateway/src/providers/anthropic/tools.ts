import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidField } from '../../chat/invalidField.js';
import type { Unsupported } from '../unsupported.js';
import { CARRIED_TOOL_FIELDS } from '../../chat/carriedFields.js';
import type { ModelTraits } from './models.js';

/** @throws GatewayError 400 that names the tool which is no function. */
export function toTools(tools: unknown): Fields[] {
  if (tools == null) {
    return [];
  }
  if (!Array.isArray(tools)) {
    throw invalidField('tools', 'tools must be a list.');
  }
  return tools.map((tool, index) => toTool(tool, `tools.${index}`));
}

function toTool(tool: unknown, at: string): Fields {
  const called = isObject(tool) && tool['type'] === 'function' ? tool['function'] : undefined;
  if (!isObject(tool) || !isObject(called)) {
    const type = isObject(tool) ? tool['type'] : tool;
    throw invalidField(at, `${at} must be a function; Anthropic is offered no tools of type ${JSON.stringify(type)}.`);
  }
  const { name, description, parameters, strict } = called;
  return {
    name,
    ...(description == null ? {} : { description }),
    input_schema: inputSchema(parameters),
    ...(strict === true ? { strict } : {}),
    ...Object.fromEntries(
      CARRIED_TOOL_FIELDS.filter((field) => tool[field] != null).map((field) => [field, tool[field]])
    ),
  };
}

/** Anthropic wants the type said. */
function inputSchema(parameters: unknown): Fields {
  return { type: 'object', ...(isObject(parameters) ? parameters : { properties: {} }) };
}

/**
 * How tools are to be used; undefined where nothing is said of it.
 * @throws GatewayError 400 for a choice that there is not.
 */
export function toToolChoice(body: Fields, traits: ModelTraits, unsupported: Unsupported): Fields | undefined {
  const { tool_choice: choice, parallel_tool_calls: parallel } = body;
  const single = parallel === false ? { disable_parallel_tool_use: true } : {};
  const chosen = readChoice(choice);
  if (chosen === undefined || chosen['type'] === 'auto') {
    return chosen === undefined && parallel !== false ? undefined : { type: 'auto', ...single };
  }
  if (chosen['type'] === 'none') {
    return chosen;
  }
  if (!traits.canBeForcedToCall) {
    unsupported.field('tool_choice', 'this model decides by itself whether it calls a tool');
    return { type: 'auto', ...single };
  }
  return { ...chosen, ...single };
}

function readChoice(choice: unknown): Fields | undefined {
  switch (choice) {
    case undefined:
    case null:
      return undefined;
    case 'auto':
    case 'none':
      return { type: choice };
    case 'required':
      return { type: 'any' };
    default: {
      const called = isObject(choice) && choice['type'] === 'function' ? choice['function'] : undefined;
      if (!isObject(called)) {
        throw invalidField('tool_choice', 'tool_choice must be auto, none, required, or a function by its name.');
      }
      return { type: 'tool', name: called['name'] };
    }
  }
}
