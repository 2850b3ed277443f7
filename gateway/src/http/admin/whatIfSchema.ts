import Type from 'typebox';

import { FilterParameters, TimeParameters } from './usageSchema.js';

export const WhatIfParameters = Type.Object({
  ...TimeParameters,
  to_provider: Type.Optional(
    Type.String({
      description:
        'Provider of the configuration, or of the price list, at whose prices to count; the one that answered if left out.',
    })
  ),
  to_model: Type.Optional(
    Type.String({ description: 'What that provider calls the model; the one that answered if left out.' })
  ),
  ...FilterParameters,
});

const text = (description?: string) =>
  Type.String({ nullable: true, ...(description !== undefined && { description }) });
const dollars = (description: string) => Type.Number({ description, nullable: true });
const nano = (description: string) =>
  Type.Integer({ description: `${description}, exactly, in nano-dollars.`, nullable: true });

const Counts = {
  requests: Type.Integer({ description: 'Requests that used something.' }),
  unpriced_requests: Type.Integer({ description: 'Of these, those whose actual cost is not known.' }),
};

const Money = {
  cost_usd: Type.Number({ description: 'What they cost, as far as it is known.' }),
  cost_nano_usd: Type.Integer({ description: 'cost_usd, exactly, in nano-dollars.' }),
  what_if_usd: dollars('What they would have cost; null where there is no price for it.'),
  what_if_nano_usd: nano('what_if_usd'),
  difference_usd: dollars('Of those whose actual cost is known: what they would have cost less what they did.'),
  difference_nano_usd: nano('difference_usd'),
};

export const WhatIfAnswerSchema = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  to_provider: text(),
  to_model: text(),
  prices_at: Type.String({ format: 'date-time', description: 'The prices are those in force then.' }),
  groups: Type.Array(
    Type.Object({
      model: text('The model asked for.'),
      provider: text('That answered.'),
      provider_model: text('What it calls the model.'),
      to_provider: text('At whose price it is counted.'),
      to_model: text('At the price of which model.'),
      price_source: text('Where that price comes from; null where there is none.'),
      input_tokens: Type.Integer(),
      output_tokens: Type.Integer(),
      ...Counts,
      ...Money,
    })
  ),
  totals: Type.Object({
    ...Counts,
    unpriceable_requests: Type.Integer({ description: 'Those without a price where they are counted.' }),
    compared_cost_nano_usd: Type.Integer({
      description: 'What those cost that difference_nano_usd is about, in nano-dollars.',
    }),
    ...Money,
  }),
});
