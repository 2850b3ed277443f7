import type { Model } from '../../../api/gateway/objects';

/** Models that fall back to one: the gateway refuses to remove it before they do not. */
export function modelUsers(name: string, models: readonly Model[]): string[] {
  return models
    .filter(({ fallbacks = [], context_window_fallbacks = [], content_policy_fallbacks = [] }) =>
      [...fallbacks, ...context_window_fallbacks, ...content_policy_fallbacks].includes(name)
    )
    .map((model) => model.name);
}
