import type { Operation } from '../operations/operation.js';
import type { Provider } from '../providers/provider.js';

/** Whether a provider can do an operation, as it is or as a chat completion. */
export function canServe({ services }: Provider, { name, surface }: Pick<Operation, 'name' | 'surface'>): boolean {
  return services[name] !== undefined || (surface !== undefined && services.chat !== undefined);
}
