import { canServe } from '../routing/canServe.js';
import type { Router } from '../routing/router.js';
import type { CallResult } from './call.js';
import type { ParsedRequest } from './request.js';

/** An answer that needs no provider, where none of the model's has the operation. @throws GatewayError 400 */
export function answerHere({ operation, parameters }: ParsedRequest, router: Router): CallResult | undefined {
  const { own } = router.deploymentsFor(parameters.model);
  if (operation.local === undefined || own.length === 0 || own.some(({ provider }) => canServe(provider, operation))) {
    return undefined;
  }
  return {
    outcome: { kind: 'whole', body: Buffer.from(JSON.stringify(operation.local(parameters))) },
    deployment: undefined,
    attempts: [],
    tokens: undefined,
    firstCallAt: undefined,
    firstTokenAt: undefined,
    queuedMs: undefined,
  };
}
