import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidField } from '../../chat/invalidField.js';
import type { ModelTraits } from './models.js';

/** How an answer is made to be JSON. */
export type JsonOutput =
  | { readonly by: 'format'; readonly format: Fields }
  /** By a tool that takes the answer: what models can that know no formats. */
  | { readonly by: 'tool'; readonly tool: Fields }
  | { readonly by: 'instruction'; readonly text: string };

/** Tool whose arguments are the answer; its calls are told to nobody. */
export const JSON_TOOL = 'json_output';

const ANY_OBJECT: Fields = { type: 'object', additionalProperties: true };

/**
 * @returns undefined where the answer may be any text
 * @throws GatewayError 400 for a response_format that is none.
 */
export function jsonOutput(responseFormat: unknown, traits: ModelTraits): JsonOutput | undefined {
  if (responseFormat == null) {
    return undefined;
  }
  const { type, json_schema: described } = isObject(responseFormat) ? responseFormat : {};
  switch (type) {
    case 'text':
      return undefined;
    case 'json_object':
      return traits.canBeForcedToCall
        ? byTool(ANY_OBJECT, undefined)
        : { by: 'instruction', text: 'Answer with one JSON object and nothing else.' };
    case 'json_schema': {
      const { schema, description } = isObject(described) ? described : {};
      if (!isObject(schema)) {
        throw invalidField('response_format', 'response_format.json_schema.schema must be a JSON schema.');
      }
      return traits.structuredOutput
        ? { by: 'format', format: { type: 'json_schema', schema } }
        : byTool(schema, description);
    }
    default:
      throw invalidField('response_format', 'response_format.type must be text, json_object or json_schema.');
  }
}

/** Whether calls of `JSON_TOOL` are the answer to this request. */
export function answersByTool({ response_format: format }: Fields): boolean {
  return isObject(format) && (format['type'] === 'json_object' || format['type'] === 'json_schema');
}

function byTool(schema: Fields, description: unknown): JsonOutput {
  const told = typeof description === 'string' ? ` ${description}` : '';
  return {
    by: 'tool',
    tool: { name: JSON_TOOL, description: `Gives the answer to the user.${told}`, input_schema: schema },
  };
}
