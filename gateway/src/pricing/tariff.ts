import type { Config, PriceConfig } from '../config/schema.js';
import { configuredRates } from './configuredPrice.js';
import { LIST_SOURCE, listedRates } from './listedPrice.js';
import { listedModels } from './priceList.js';
import { sourceOfOverride } from './overriddenPrice.js';
import { overridesOn } from './overrides.js';
import type { RateTable } from './rates.js';

/** The rates of a price at one time, and what its costs name as their source. */
export interface Tariff {
  readonly rates: RateTable;
  readonly source: string;
}

export type PricedConfig = Pick<Config, 'providers' | 'models' | 'prices'>;

/**
 * What a model costs at a provider at a time, whether or not it is deployed: found in the same order as the price of a
 * deployment. Undefined where nothing has a price for it, or the list has one that does not add up.
 * @param provider Of the configuration; else the id of a provider in the price list.
 */
export function tariffOf(
  config: PricedConfig,
  { provider, model }: { readonly provider: string; readonly model: string },
  at: number,
  batch: boolean
): Tariff | undefined {
  const own = ownPrice(config, provider, model);
  if (own !== undefined) {
    return { rates: configuredRates(own, batch), source: 'config' };
  }
  const override = overridesOn(config.prices, provider, model).find(({ from }) => from <= at)?.override;
  if (override !== undefined) {
    return { rates: configuredRates(override.price, batch), source: sourceOfOverride(override) };
  }
  const list = priceListOf(config, provider);
  const rates = list === undefined ? undefined : listedRates(list, model, at);
  return rates && { rates, source: LIST_SOURCE };
}

/** The price list that a provider's prices are looked up in: of one that is not configured, its own if it has one. */
export function priceListOf({ providers }: PricedConfig, provider: string): string | undefined {
  const configured = providers.find(({ name }) => name === provider);
  if (configured !== undefined) {
    return configured.prices;
  }
  return listedModels(provider) === undefined ? undefined : provider;
}

/** Of several deployments of the same, the first: which of them a request would have met nobody knows. */
function ownPrice({ models }: PricedConfig, provider: string, model: string): PriceConfig | undefined {
  return models
    .flatMap(({ deployments }) => deployments)
    .find((each) => each.provider === provider && each.model === model && each.price !== undefined)?.price;
}
