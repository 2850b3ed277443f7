import type { DeploymentConfig, PriceOverrideConfig } from '../config/schema.js';
import { configuredPrice } from './configuredPrice.js';
import { listedPrice } from './listedPrice.js';
import { overriddenPrice } from './overriddenPrice.js';
import { type Pricer, unpriced } from './pricer.js';

/**
 * The price of a deployment: its own; else that of an override in force; else that of its provider's price list; else
 * none.
 * @param priceList Provider id in genai-prices.
 */
export function deploymentPrice(
  { provider, model, price }: DeploymentConfig,
  overrides: readonly PriceOverrideConfig[],
  priceList: string | undefined
): Pricer {
  if (price !== undefined) {
    return configuredPrice(price);
  }
  const listed = priceList === undefined ? unpriced : listedPrice(priceList, model);
  return overriddenPrice(overrides, provider, model, listed);
}
