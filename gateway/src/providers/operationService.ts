import type { OperationDialect } from './operationDialect.js';
import type { Service } from './provider.js';

/** An operation that a provider does in a way of its own. */
export function operationService(dialect: OperationDialect, dropUnsupported: boolean): Service {
  return {
    call: ({ parameters }, model) => dialect.request(parameters.body, model, { dropUnsupported }),
    translation: { answer: (body, parameters) => dialect.answer(body, parameters.body) },
  };
}
