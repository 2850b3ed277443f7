import { listedModels } from '../../pricing/priceList.js';
import type { PricedConfig } from '../../pricing/tariff.js';
import type { UsageFilters } from '../../usage/query/statement.js';
import type { TimeRange } from '../../usage/query/timeRange.js';
import { checkLedgerParameters, parseFilters, parseRange } from './ledgerParameters.js';
import { type Parameters, invalid, single } from './queryParameters.js';

export interface WhatIfQuery extends TimeRange {
  readonly filters: UsageFilters;
  /** Undefined for the one that answered, as is the model; not both are. */
  readonly provider: string | undefined;
  readonly model: string | undefined;
}

/** Reads the parameters of `GET /api/v1/usage/what-if`. @throws GatewayError 400 that names the parameter. */
export function parseWhatIf(
  parameters: Parameters,
  config: Pick<PricedConfig, 'providers'>,
  now: number = Date.now()
): WhatIfQuery {
  checkLedgerParameters(parameters, ['from', 'to', 'to_provider', 'to_model']);
  const [provider, model] = [single(parameters, 'to_provider'), single(parameters, 'to_model')];
  if (provider === undefined && model === undefined) {
    throw invalid('to_model', 'to_model or to_provider, or both, must say where to price');
  }
  if (provider !== undefined) {
    checkProvider('to_provider', provider, config);
  }
  return { ...parseRange(parameters, now), filters: parseFilters(parameters), provider, model };
}

/** @throws GatewayError 400 for what is neither a provider of the configuration nor one of the price list. */
export function checkProvider(param: string, provider: string, { providers }: Pick<PricedConfig, 'providers'>): void {
  const names = providers.map(({ name }) => name);
  if (!names.includes(provider) && listedModels(provider) === undefined) {
    throw invalid(
      param,
      `${param} "${provider}" is not known; there are ${names.join(', ')} and those of the price list`
    );
  }
}
