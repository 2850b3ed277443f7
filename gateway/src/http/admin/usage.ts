import { USAGE_DIMENSIONS, USAGE_MEASURES } from '@llm-gateway/catalogue';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import type { UsageAnswer, UsageQuery } from '../../usage/queryUsage.js';
import { parseUsageQuery } from './usageQuery.js';

export type UsageReader = (query: UsageQuery) => Promise<UsageAnswer>;

const Measures = Object.fromEntries(
  USAGE_MEASURES.map(({ name, label }) => [name, Type.Number({ description: label })])
);
const Values = Type.Union([Type.String(), Type.Array(Type.String())]);

const Querystring = Type.Object({
  from: Type.Optional(
    Type.String({ description: 'ISO 8601 or epoch milliseconds; 24 hours before `to` if left out.' })
  ),
  to: Type.Optional(Type.String({ description: 'ISO 8601 or epoch milliseconds; now if left out. Not included.' })),
  group_by: Type.Optional(Type.String({ description: `Comma-separated, of: ${USAGE_DIMENSIONS.join(', ')}.` })),
  bucket: Type.Optional(Type.String({ description: 'Length of a time bucket, e.g. 30s, 5m, 1h, 1d.' })),
  ...Object.fromEntries(
    USAGE_DIMENSIONS.map((name) => [
      name,
      Type.Optional({ ...Values, description: `Only this ${name}; repeatable, empty for unknown.` }),
    ])
  ),
});

const Answer = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  bucket: Type.Optional(Type.String()),
  groups: Type.Array(
    Type.Object({
      time: Type.Optional(Type.String({ format: 'date-time', description: 'Start of the bucket.' })),
      ...Object.fromEntries(
        USAGE_DIMENSIONS.map((name) => [name, Type.Optional(Type.Union([Type.String(), Type.Null()]))])
      ),
      ...Measures,
    })
  ),
  totals: Type.Object(Measures),
});

/** `GET /api/v1/usage`: sums over the ledger. */
export async function usageRoute(app: FastifyInstance, { read }: { readonly read: UsageReader }): Promise<void> {
  app.get(
    '/usage',
    {
      schema: {
        summary: 'Usage and cost over a time range',
        tags: ['usage'],
        querystring: Querystring,
        response: { 200: Answer },
      },
    },
    async (request) => {
      const query = parseUsageQuery(request.query as Record<string, string | string[] | undefined>);
      const { groups, totals } = await read(query);
      return {
        from: new Date(query.from).toISOString(),
        to: new Date(query.to).toISOString(),
        ...(query.bucketMs === undefined ? {} : { bucket: (request.query as { bucket: string }).bucket }),
        groups: groups.map(({ time, ...group }) => ({
          ...(time === undefined ? {} : { time: new Date(time).toISOString() }),
          ...group,
        })),
        totals,
      };
    }
  );
}
