import type { Config, DeploymentConfig } from '../config/schema.js';
import { deploymentPrice } from '../pricing/deploymentPrice.js';
import type { Pricer } from '../pricing/pricer.js';
import type { Provider } from '../providers/provider.js';
import type { Deployment, ModelGroup } from './deployment.js';

/** The configured models with their deployments, ready to be routed to. */
export function createGroups(
  config: Config,
  providers: ReadonlyMap<string, Provider>
): ReadonlyMap<string, ModelGroup> {
  const providerConfigs = new Map(config.providers.map((provider) => [provider.name, provider]));
  return new Map(
    config.models.map(({ name, strategy, sticky, deployments, ...model }) => [
      name,
      {
        name,
        strategy,
        sticky,
        fallbacks: {
          error: model.fallbacks,
          contextWindow: model.context_window_fallbacks,
          contentPolicy: model.content_policy_fallbacks,
        },
        deployments: deployments.map((deployment) => {
          const priceList = providerConfigs.get(deployment.provider)?.prices;
          const price = deploymentPrice(deployment, config.prices, priceList);
          return createDeployment(deployment, providers.get(deployment.provider), price);
        }),
      },
    ])
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
