import type { Config, DeploymentConfig, ProviderConfig } from '../config/schema.js';
import type { Provider } from '../providers/provider.js';
import { configuredPrice } from '../usage/configuredPrice.js';
import { listedPrice } from '../usage/listedPrice.js';
import type { Pricer } from '../usage/pricer.js';
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
        deployments: deployments.map((deployment) =>
          createDeployment(deployment, providers.get(deployment.provider), providerConfigs.get(deployment.provider))
        ),
      },
    ])
  );
}

function createDeployment(
  { provider: providerName, model, weight, max_concurrent: maxConcurrent, price }: DeploymentConfig,
  provider: Provider | undefined,
  providerConfig: ProviderConfig | undefined
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
    price: pricer(price, providerConfig?.prices, model),
  };
}

const unpriced: Pricer = () => undefined;

function pricer(price: DeploymentConfig['price'], priceList: string | undefined, model: string): Pricer {
  if (price !== undefined) {
    return configuredPrice(price);
  }
  return priceList === undefined ? unpriced : listedPrice(priceList, model);
}
