import type { Model } from '../../../api/gateway/objects';

/** A deployment as it is typed. */
export interface DeploymentDraft {
  provider: string;
  model: string;
  weight: number | undefined;
  max_concurrent: number | undefined;
  enabled: boolean;
}

/** A model as it is typed. Fields are called as the gateway calls them. */
export interface ModelDraft {
  name: string;
  strategy: NonNullable<Model['strategy']>;
  sticky: NonNullable<Model['sticky']>;
  deployments: DeploymentDraft[];
  /** `default` leaves it to the gateway's `cache.enabled`. */
  cache: 'default' | 'on' | 'off';
  ttl_seconds: number | undefined;
  fallbacks: string[];
  context_window_fallbacks: string[];
  content_policy_fallbacks: string[];
}

export const NEW_DEPLOYMENT: DeploymentDraft = {
  provider: '',
  model: '',
  weight: 1,
  max_concurrent: undefined,
  enabled: true,
};

export function modelDraft(model?: Model): ModelDraft {
  const { cache } = model ?? {};
  return {
    name: model?.name ?? '',
    strategy: model?.strategy ?? 'weighted',
    sticky: model?.sticky ?? 'none',
    deployments: (model?.deployments ?? [NEW_DEPLOYMENT]).map(
      ({ provider, model, weight = 1, max_concurrent, enabled = true }) => ({
        provider,
        model,
        weight,
        max_concurrent,
        enabled,
      })
    ),
    cache: cache === undefined ? 'default' : cache === false ? 'off' : 'on',
    ttl_seconds: typeof cache === 'object' ? cache.ttl_seconds : undefined,
    fallbacks: model?.fallbacks ?? [],
    context_window_fallbacks: model?.context_window_fallbacks ?? [],
    content_policy_fallbacks: model?.content_policy_fallbacks ?? [],
  };
}

/** What is sent for it. What the form does not ask of one that is there already, as a deployment's own price, stays. */
export function modelBody(draft: ModelDraft, before?: Model) {
  const { cache, ttl_seconds, deployments, name, ...rest } = draft;
  return {
    ...before,
    ...rest,
    name: name.trim(),
    deployments: deployments.map((deployment) => ({ ...priceOf(deployment, before), ...deployment })),
    cache:
      cache === 'default' ? undefined : cache === 'on' && ttl_seconds !== undefined ? { ttl_seconds } : cache === 'on',
  };
}

function priceOf({ provider, model }: DeploymentDraft, before: Model | undefined) {
  const same = before?.deployments.find((each) => each.provider === provider && each.model === model);
  return { price: same?.price };
}
