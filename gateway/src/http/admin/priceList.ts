// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { LIST_SOURCE } from '../../pricing/listedPrice.js';
import { listedModels } from '../../pricing/priceList.js';
import { type PricedConfig, priceListOf } from '../../pricing/tariff.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { type Parameters, invalid, single } from './queryParameters.js';
import { checkProvider } from './whatIfQuery.js';

export interface PriceListParts {
  /** In force now. */
  readonly config: () => Pick<PricedConfig, 'providers' | 'models' | 'prices'>;
}

/** `GET /api/v1/price-list`: what the price list has for a provider. */
export async function priceListRoute(app: FastifyInstance, { config }: PriceListParts): Promise<void> {
  const schema = {
    summary: 'Models that the price list has for a provider',
    tags: ['prices'],
    querystring: Type.Object({
      provider: Type.String({ description: 'Of the configuration, or its id in the price list.' }),
    }),
    response: {
      200: Type.Object({
        source: Type.String({ description: 'The list and its version.' }),
        models: Type.Array(Type.String(), {
          description: 'By name; none where the provider’s prices are not looked up in the list.',
        }),
      }),
      400: ErrorAnswer,
    },
  };
  app.get<{ Querystring: Parameters }>('/price-list', { schema, ...documented }, (request) => {
    const prices = config();
    const provider = single(request.query, 'provider');
    if (provider === undefined) {
      throw invalid('provider', 'provider must name one of the configuration or of the price list');
    }
    checkProvider('provider', provider, prices);
    const list = priceListOf(prices, provider);
    return { source: LIST_SOURCE, models: (list === undefined ? undefined : listedModels(list)) ?? [] };
  });
}
