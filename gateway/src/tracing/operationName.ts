import type { OperationName } from '../operations/name.js';

const NAMES: Readonly<Partial<Record<OperationName, string>>> = {
  completions: 'text_completion',
  responses: 'chat',
  messages: 'chat',
};

/** What OpenTelemetry's GenAI conventions call an operation; one that they do not know keeps its name. */
export function operationName(operation: OperationName): string {
  return NAMES[operation] ?? operation;
}
