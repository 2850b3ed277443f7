// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

import { priceSteps } from '../../pricing/priceSteps.js';
import { type Target, reprice } from '../../pricing/reprice.js';
import { type PricedConfig, tariffOf } from '../../pricing/tariff.js';
import { type Uses, selectUses } from '../../usage/reprice/selectUses.js';
import { askLedger } from './askLedger.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import type { LedgerParts } from './ledgerParts.js';
import type { Parameters } from './queryParameters.js';
import { whatIfAnswer } from './whatIfAnswer.js';
import { type WhatIfQuery, parseWhatIf } from './whatIfQuery.js';
import { WhatIfAnswerSchema, WhatIfParameters } from './whatIfSchema.js';

export interface WhatIfParts extends LedgerParts {
  /** In force now. */
  readonly config: () => PricedConfig;
}

/** `GET /api/v1/usage/what-if`: what requests would have cost elsewhere. */
export async function whatIfRoute(app: FastifyInstance, { store, flush, config }: WhatIfParts): Promise<void> {
  const schema = {
    summary: 'What the requests of a time range would have cost with another model or provider',
    description:
      'The tokens of the requests, at the prices in force now; whether the other model would have used as many nobody knows. Read from single requests, which takes longer. Answers out of the gateway’s own cache are not in it: they cost nothing either way.',
    tags: ['usage'],
    querystring: WhatIfParameters,
    response: { 200: WhatIfAnswerSchema, 400: ErrorAnswer },
  };
  app.get<{ Querystring: Parameters }>('/usage/what-if', { schema, ...documented }, async (request) => {
    const prices = config();
    const query = parseWhatIf(request.query, prices);
    await flush();
    const steps = priceSteps(prices, query.provider === undefined ? namesOf(prices) : [query.provider]);
    const uses = await askLedger(() => selectUses(store, { ...query, steps }));
    const at = Date.now();
    const groups = reprice(uses, {
      targetOf: (each) => targetOf(each, query),
      tariffOf: (target, batch) => tariffOf(prices, target, at, batch),
    });
    return whatIfAnswer(groups, query, at);
  });
}

/** What was not said is as it was. */
function targetOf(uses: Uses, { provider, model }: WhatIfQuery): Target {
  return { provider: provider ?? uses.provider, model: model ?? uses.providerModel };
}

function namesOf({ providers }: PricedConfig): readonly string[] {
  return providers.map(({ name }) => name);
}
