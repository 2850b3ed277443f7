import { governanceFamilies } from './native/governance.js';
import { operationFamilies } from './native/operation.js';
import { providerFamilies } from './native/providers.js';
import { requestFamilies } from './native/requests.js';
import { usageFamilies } from './native/usage.js';

/**
 * The gateway's own families.
 *
 * Labels: `model` is the model the client asked for (`unknown` when it is not configured), `provider` the one that
 * gave the final answer, `deployment` that answer's `provider/model` (`none` when no provider was reached), `status` is
 * success, error or aborted, `code` the HTTP status sent to the client.
 */
export const native = {
  ...requestFamilies,
  ...usageFamilies,
  ...providerFamilies,
  ...governanceFamilies,
  ...operationFamilies,
} as const;
