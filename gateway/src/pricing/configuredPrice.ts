import type { PriceConfig } from '../config/schema.js';
import type { Pricer } from './pricer.js';
import { rateTable, withoutShare } from './rates.js';
import { usageCost } from './usageCost.js';

/** A price that the configuration gives, in place of any list's. @param source What its costs name as their source. */
export function configuredPrice(price: PriceConfig, source = 'config'): Pricer {
  const standard = rateTable(price);
  const discounted =
    price.batch_discount === undefined ? standard : rateTable(price, withoutShare(price.batch_discount));
  return (tokens, _at, batch) => {
    const nanoUsd = usageCost(tokens, batch === true ? discounted : standard);
    return nanoUsd === undefined ? undefined : { nanoUsd, source };
  };
}
