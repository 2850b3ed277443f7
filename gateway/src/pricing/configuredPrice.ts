import type { PriceConfig } from '../config/schema.js';
import type { Pricer } from './pricer.js';
import { type RateTable, rateTable, withoutShare } from './rates.js';
import { usageCost } from './usageCost.js';

/** A price that the configuration gives, in place of any list's. @param source What its costs name as their source. */
export function configuredPrice(price: PriceConfig, source = 'config'): Pricer {
  const standard = configuredRates(price, false);
  const discounted = price.batch_discount === undefined ? standard : configuredRates(price, true);
  return (tokens, _at, batch) => {
    const nanoUsd = usageCost(tokens, batch === true ? discounted : standard);
    return nanoUsd === undefined ? undefined : { nanoUsd, source };
  };
}

/** The rates of such a price, for what is made at a provider's batch price or for all else. */
export function configuredRates(price: PriceConfig, batch: boolean): RateTable {
  return batch && price.batch_discount !== undefined
    ? rateTable(price, withoutShare(price.batch_discount))
    : rateTable(price);
}
