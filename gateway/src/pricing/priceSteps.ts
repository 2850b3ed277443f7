import { listedSteps } from './priceList.js';
import { type PricedConfig, priceListOf } from './tariff.js';

/**
 * Sizes of the input above which something that may be asked for at these providers costs something else, rising. Uses
 * between the same two of them are in the same tier of any price.
 */
export function priceSteps(config: PricedConfig, providers: readonly string[]): readonly number[] {
  const own = [...config.models.flatMap(({ deployments }) => deployments), ...config.prices].flatMap(
    ({ price }) => price?.tiers?.map(({ above_input_tokens: above }) => above) ?? []
  );
  const lists = new Set(providers.flatMap((provider) => priceListOf(config, provider) ?? []));
  return [...new Set([...own, ...[...lists].flatMap(listedSteps)])].sort((a, b) => a - b);
}
