import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import { type Tool, readToolChoice } from '../translate/readTools.js';

export function toolDeclarations(tools: readonly Tool[]): readonly Fields[] | undefined {
  const functionDeclarations = tools.map(({ name, description, parameters }) =>
    defined({ name, description, parametersJsonSchema: parameters })
  );
  return functionDeclarations.length === 0 ? undefined : [{ functionDeclarations }];
}

/** Undefined where nothing is said that Gemini does not do by itself. */
export function toolConfig(tools: readonly Tool[], toolChoice: unknown): Fields | undefined {
  if (tools.length === 0) {
    return undefined;
  }
  const choice = readToolChoice(toolChoice);
  if (choice === 'none') {
    return { functionCallingConfig: { mode: 'NONE' } };
  }
  if (choice === 'required') {
    return { functionCallingConfig: { mode: 'ANY' } };
  }
  if (choice === 'auto') {
    // In its other modes than AUTO, Gemini keeps to the schemas.
    return tools.some(({ strict }) => strict) ? { functionCallingConfig: { mode: 'VALIDATED' } } : undefined;
  }
  return { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: [choice.name] } };
}
