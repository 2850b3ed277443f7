import type { Config } from '../config/schema.js';
import type { ObjectKind } from '../store/storedObject.js';

/** What of the configuration would be wrong, or poorer, without an object: e.g. `model gpt-4o`. */
export function usersOf({ models, prices }: Config, kind: ObjectKind, name: string): readonly string[] {
  if (kind === 'provider') {
    const deployed = models.filter(({ deployments }) => deployments.some(({ provider }) => provider === name));
    const priced = prices.filter(({ provider }) => provider === name);
    return [...deployed.map((model) => `model ${model.name}`), ...priced.map((price) => `price ${price.name}`)];
  }
  if (kind === 'model') {
    const chained = models.filter((model) =>
      [model.fallbacks, model.context_window_fallbacks, model.content_policy_fallbacks].flat().includes(name)
    );
    return chained.map((model) => `model ${model.name}, which falls back to it`);
  }
  return [];
}
