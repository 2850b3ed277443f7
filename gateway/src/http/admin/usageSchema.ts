import { USAGE_DIMENSIONS, USAGE_MEASURES } from '@llm-gateway/catalogue';
import Type from 'typebox';

import { GROUPINGS } from './ledgerParameters.js';
import { MAX_LIMIT, MEASURES } from './usageQuery.js';

/** Filters as parameters, for the API's description. */
export const FilterParameters = Object.fromEntries(
  USAGE_DIMENSIONS.map((name) => [
    name,
    Type.Optional(
      Type.Union([Type.String(), Type.Array(Type.String())], {
        description: `Only this ${name}; repeatable, empty for unknown.`,
      })
    ),
  ])
);

const time = (what: string) => Type.Optional(Type.String({ description: `ISO 8601 or epoch milliseconds; ${what}.` }));

export const TimeParameters = {
  from: time('24 hours before `to` if left out'),
  to: time('now if left out. Not included'),
};

export const UsageParameters = Type.Object({
  ...TimeParameters,
  group_by: Type.Optional(Type.String({ description: `Comma-separated, of: ${GROUPINGS.join(', ')}.` })),
  bucket: Type.Optional(
    Type.String({ description: 'Length of a time bucket, e.g. 30s, 5m, 1h; 1d, 1w and 1M go by the calendar.' })
  ),
  timezone: Type.Optional(
    Type.String({
      description: 'Where days, weeks (from Monday) and months begin, e.g. Europe/Berlin; UTC if left out.',
    })
  ),
  measures: Type.Optional(
    Type.String({
      description: `Comma-separated, of: ${MEASURES.join(', ')}. Quantiles and audio tokens are answered only when asked for here; they are read from single requests, which takes longer.`,
    })
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_LIMIT,
      description: 'Keeps the groups with most of order_by over the whole range; totals are over all.',
    })
  ),
  order_by: Type.Optional(Type.String({ description: 'A measure; the first of measures if left out, or cost_usd.' })),
  ...FilterParameters,
});

const Measures = {
  ...Object.fromEntries(
    USAGE_MEASURES.map(({ name, label, kind }) => [
      name,
      Type.Optional(Type.Number({ description: `${label}.`, ...(kind === 'sum' ? {} : { nullable: true }) })),
    ])
  ),
  cost_nano_usd: Type.Optional(Type.Integer({ description: 'cost_usd, exactly, in nano-dollars (1e-9 USD).' })),
  saved_nano_usd: Type.Optional(Type.Integer({ description: 'saved_usd, exactly, in nano-dollars.' })),
};

export const UsageAnswerSchema = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  bucket: Type.Optional(Type.String()),
  timezone: Type.Optional(Type.String()),
  groups: Type.Array(
    Type.Object(
      {
        time: Type.Optional(Type.String({ format: 'date-time', description: 'Start of the bucket.' })),
        ...Object.fromEntries(USAGE_DIMENSIONS.map((name) => [name, Type.Optional(Type.String({ nullable: true }))])),
        ...Measures,
      },
      { description: 'Values of group_by (tags as `tag:<name>`), null where not known, and measures.' }
    )
  ),
  group_count: Type.Optional(Type.Integer({ description: 'How many groups there are without the limit.' })),
  totals: Type.Object(Measures),
});
