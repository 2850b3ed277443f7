import { GatewayError } from '../errors/gatewayError.js';
import type { DisabledDeployment } from './deployment.js';

/** All that could answer for a model is disabled. Clients that try a 503 again are told not to: somebody wants it so. */
export function modelDisabled(model: string, disabled: readonly DisabledDeployment[]): GatewayError {
  const why = disabled.map(({ deployment, reason }) => `${deployment.id}: ${reason}`).join('; ');
  return new GatewayError(
    `The model "${model}" is disabled: it has no deployment that is enabled (${why}). Ask another model, or have one of them enabled.`,
    {
      status: 503,
      type: 'overloaded',
      code: 'model_disabled',
      param: 'model',
      headers: { 'x-should-retry': 'false' },
    }
  );
}
