import type { Config, DeploymentConfig } from '../config/schema.js';
import { deploymentPrice } from '../pricing/deploymentPrice.js';
import type { Pricer } from '../pricing/pricer.js';
import type { Provider } from '../providers/provider.js';
import type { Deployment, DisabledDeployment, ModelGroup } from './deployment.js';

/** The configured models with their deployments, ready to be routed to. */
export function createGroups(
  config: Config,
  providers: ReadonlyMap<string, Provider>
): ReadonlyMap<string, ModelGroup> {
  const providerConfigs = new Map(config.providers.map((provider) => [provider.name, provider]));
  return new Map(
    config.models.map(({ name, strategy, sticky, ...model }) => {
      const deployments: Deployment[] = [];
      const disabled: DisabledDeployment[] = [];
      for (const described of model.deployments) {
        const providerConfig = providerConfigs.get(described.provider);
        const price = deploymentPrice(described, config.prices, providerConfig?.prices);
        const deployment = createDeployment(described, providers.get(described.provider), price);
        if (providerConfig?.enabled === false) {
          disabled.push({ deployment, reason: 'its provider is disabled' });
        } else if (!described.enabled) {
          disabled.push({ deployment, reason: 'it is disabled' });
        } else {
          deployments.push(deployment);
        }
      }
      const fallbacks = {
        error: model.fallbacks,
        contextWindow: model.context_window_fallbacks,
        contentPolicy: model.content_policy_fallbacks,
      };
      return [name, { name, strategy, sticky, fallbacks, deployments, disabled }];
    })
  );
}

function createDeployment(
  { provider: providerName, model, weight, max_concurrent: maxConcurrent }: DeploymentConfig,
  provider: Provider | undefined,
  price: Pricer
): Deployment {
  if (provider === undefined) {
    throw new Error(`deployment of unknown provider ${providerName}; the configuration was not checked`);
  }
  return {
    id: `${providerName}/${model}`,
    provider,
    model,
    weight,
    maxConcurrent,
    price,
  };
}
