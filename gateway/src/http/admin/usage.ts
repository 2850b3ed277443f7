// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

import { type UsageAnswer, queryUsage } from '../../usage/queryUsage.js';
import { askLedger } from './askLedger.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import type { LedgerParts } from './ledgerParts.js';
import type { Parameters } from './queryParameters.js';
import { parseUsageQuery } from './usageQuery.js';
import { UsageAnswerSchema, UsageParameters } from './usageSchema.js';

/** `GET /api/v1/usage`: sums over the ledger. */
export async function usageRoutes(app: FastifyInstance, { store, flush }: LedgerParts): Promise<void> {
  const schema = {
    summary: 'Usage and cost over a time range',
    description:
      'Tags are filtered by `tag:<name>=<value>`. Whole hours are read from sums by hour, so that a month takes no longer for ten million requests; deployments, served models, tags and quantiles are read from single requests.',
    tags: ['usage'],
    querystring: UsageParameters,
    response: { 200: UsageAnswerSchema, 400: ErrorAnswer },
  };
  app.get<{ Querystring: Parameters }>('/usage', { schema, ...documented }, async (request) => {
    const query = parseUsageQuery(request.query);
    await flush();
    return { ...rangeOf(request.query, query), ...toJson(await askLedger(() => queryUsage(store, query))) };
  });
}

/** The question, as far as the answer repeats it. */
export function rangeOf(
  { bucket, timezone }: Parameters,
  { from, to }: { readonly from: number; readonly to: number }
) {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), bucket, timezone };
}

export function toJson({ groups, groupCount, totals }: UsageAnswer) {
  return {
    groups: groups.map(({ time, ...group }) =>
      time === undefined ? group : { time: new Date(time).toISOString(), ...group }
    ),
    group_count: groupCount,
    totals,
  };
}
