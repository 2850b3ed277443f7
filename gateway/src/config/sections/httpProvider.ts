import Type from 'typebox';

import { Enabled, Milliseconds, Name, strict } from './fieldTypes.js';

export const Timeouts = Type.Object(
  {
    connect_ms: Milliseconds('To open a connection', 5_000),
    first_token_ms: Milliseconds('From the request being sent to the first token of a stream', 60_000),
    idle_ms: Milliseconds('Between two chunks of an answer', 60_000),
    total_ms: Milliseconds('For a whole answer, streamed or not', 600_000),
  },
  { ...strict, default: {}, description: 'How long to wait for a provider.' }
);

/** What all providers have that are asked over HTTP. */
export const httpProvider = {
  name: Name('What deployments, metrics and pages call it.'),
  enabled: Enabled('the provider'),
  timeouts: Timeouts,
  drop_unsupported: Type.Optional(
    Type.Boolean({
      description:
        'Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out.',
    })
  ),
  max_connections: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 512,
    description: 'Most connections to the provider.',
  }),
};

export const Address = (description: string) => Type.String({ pattern: '^https?://', description });

/** An address that need not be given. */
export const DefaultAddress = (address: string) => Type.String({ default: address, pattern: '^https?://' });

/** The price list that applies, of those whose prices are known. */
export const PriceList = (list: string) =>
  Type.String({ default: list, description: 'Provider id in genai-prices whose price list applies.' });

/** Of those that may be anybody's. */
export const AnyPriceList = Type.Optional(
  Type.String({ description: 'Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without.' })
);

export const Secret = (description: string) => Type.Optional(Type.String({ minLength: 1, description }));

/** @param variable of the environment that usually holds it */
export const ApiKey = (variable: string, how = 'Sent as Bearer token.') =>
  Secret(`${how} Keep it out of the file: \${${variable}}.`);
