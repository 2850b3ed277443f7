import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidRequest } from './invalidRequest.js';
import { fieldsOf, textOf } from './json.js';

export interface Tool {
  readonly name: string;
  readonly description: string | undefined;
  /** JSON schema of its arguments; undefined where it takes none. */
  readonly parameters: Fields | undefined;
  readonly strict: boolean;
  readonly cacheControl: Fields | undefined;
}

export type ToolChoice = 'auto' | 'none' | 'required' | { readonly name: string };

/** @throws GatewayError 400 for tools that are not functions. */
export function readTools(tools: unknown): readonly Tool[] {
  return ((tools ?? []) as readonly unknown[]).map((tool, index) => {
    const path = `tools[${index}]`;
    const { type, function: declared, cache_control: cached } = fieldsOf(tool);
    if (type !== 'function') {
      throw invalidRequest(`${path}.type`, 'must be function: other kinds of tools are OpenAI’s own.');
    }
    const { name, description, parameters, strict } = fieldsOf(declared);
    if (typeof name !== 'string' || name === '') {
      throw invalidRequest(`${path}.function.name`, 'must be a text.');
    }
    return {
      name,
      description: textOf(description),
      parameters: isObject(parameters) ? parameters : undefined,
      strict: strict === true,
      cacheControl: isObject(cached) ? cached : undefined,
    };
  });
}

/** @throws GatewayError 400 for a choice that is none. */
export function readToolChoice(choice: unknown): ToolChoice {
  if (choice === undefined || choice === null) {
    return 'auto';
  }
  if (choice === 'auto' || choice === 'none' || choice === 'required') {
    return choice;
  }
  const name = textOf(fieldsOf(fieldsOf(choice)['function'])['name']);
  if (name === undefined) {
    throw invalidRequest('tool_choice', 'must be auto, none, required, or { type: function, function: { name } }.');
  }
  return { name };
}
