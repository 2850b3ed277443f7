import Type from 'typebox';

import { Name, Timestamp, strict } from './fieldTypes.js';

const Usd = (what: string) => Type.Number({ minimum: 0, maximum: 1_000_000, description: `${what}, in US dollars.` });

/** Prices that may differ for large contexts. */
const tokenPrices = {
  input_per_million_usd: Type.Optional(Usd('Input')),
  cached_input_per_million_usd: Type.Optional(Usd('Input read from the provider’s cache; the input price if left out')),
  cache_write_5m_per_million_usd: Type.Optional(
    Usd('Input written to the provider’s cache; the input price if left out')
  ),
  cache_write_1h_per_million_usd: Type.Optional(Usd('The same, kept for an hour; the 5 minutes’ price if left out')),
  audio_input_per_million_usd: Type.Optional(Usd('Audio input; the input price if left out')),
  cached_audio_input_per_million_usd: Type.Optional(
    Usd('Audio input read from the provider’s cache; the cached input’s price if left out, or else the audio input’s')
  ),
  image_input_per_million_usd: Type.Optional(Usd('Image input; the input price if left out')),
  output_per_million_usd: Type.Optional(Usd('Output')),
  reasoning_per_million_usd: Type.Optional(Usd('Reasoning; the output price if left out')),
  audio_output_per_million_usd: Type.Optional(Usd('Audio output; the output price if left out')),
  image_output_per_million_usd: Type.Optional(Usd('Image tokens made; the output price if left out')),
};

const priceFields = {
  ...tokenPrices,
  per_request_usd: Type.Optional(Usd('For each request')),
  per_image_usd: Type.Optional(Usd('For each image made')),
  per_million_characters_usd: Type.Optional(Usd('Text spoken')),
  per_audio_second_usd: Type.Optional(Usd('Audio heard or made')),
  batch_discount: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: 'Share taken off at batch prices, e.g. 0.5.' })
  ),
  tiers: Type.Optional(
    Type.Array(Type.Object({ above_input_tokens: Type.Integer({ minimum: 1 }), ...tokenPrices }, strict), {
      maxItems: 20,
      description: 'Prices of the whole request once its input is larger than that; others stay.',
    })
  ),
};

export const Price = Type.Object(priceFields, {
  ...strict,
  minProperties: 1,
  description: 'Price in US dollars, in place of the price list’s. Tokens are per million.',
});

export const PriceOverrideSchema = Type.Object(
  {
    name: Name('What the admin API calls it.'),
    provider: Type.Optional(Name('Only deployments of this provider.')),
    model: Type.String({ minLength: 1, description: 'What the provider calls the model; * stands for anything.' }),
    from: Type.Optional(Timestamp('When it comes into force')),
    price: Price,
  },
  { ...strict, description: 'A price of your own. The latest in force wins; a deployment’s own price goes before.' }
);
