import { GatewayError } from '../errors/gatewayError.js';
import type { Operation } from '../operations/operation.js';
import type { Provider } from '../providers/provider.js';

/** None of a model's providers has what was asked of it. */
export function notServed(
  model: string,
  { name, route }: Pick<Operation, 'name' | 'route'>,
  providers: ReadonlyArray<Pick<Provider, 'name' | 'type'>>
): GatewayError {
  const who = [...new Set(providers.map((each) => `${each.name} (${each.type})`))].join(', ');
  return new GatewayError(
    `The model "${model}" is not served at ${route}: the operation ${name} is not offered by ${who}. Ask another model, or add a deployment of a provider that offers it.`,
    { status: 400, type: 'invalid_request_error', code: 'operation_not_supported', param: 'model' }
  );
}
