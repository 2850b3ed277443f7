import Type from 'typebox';

import { strict } from './fieldTypes.js';

const Share = (what: string) => Type.Number({ minimum: 0, maximum: 1, default: 0, description: `${what}, 0 to 1.` });

export const SimulatedError = Type.Object(
  {
    share: Type.Number({ minimum: 0, maximum: 1, description: 'Share of requests that fail like this, 0 to 1.' }),
    status: Type.Integer({ minimum: 400, maximum: 599, description: 'HTTP status.' }),
    code: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'Code in the error, e.g. context_length_exceeded, content_filter, insufficient_quota. A 429 has rate_limit_exceeded if left out.',
      })
    ),
    message: Type.Optional(Type.String({ minLength: 1, maxLength: 10_000, description: 'Text of the error.' })),
    retry_after_seconds: Type.Optional(
      Type.Number({ minimum: 0, maximum: 86_400, description: 'Sent as Retry-After. A 429 asks for 1 if left out.' })
    ),
  },
  { ...strict, description: 'One kind of failure.' }
);

export const Outage = Type.Object(
  {
    every_seconds: Type.Number({ minimum: 0.1, maximum: 31_536_000, description: 'From one outage to the next.' }),
    for_seconds: Type.Number({
      minimum: 0,
      maximum: 31_536_000,
      description: 'Length of each; as long as every_seconds, it never ends.',
    }),
    offset_seconds: Type.Number({
      minimum: 0,
      maximum: 31_536_000,
      default: 0,
      description: 'From the start of the gateway to the first one.',
    }),
    status: Type.Integer({ minimum: 400, maximum: 599, default: 503, description: 'HTTP status meanwhile.' }),
    reset: Type.Boolean({ default: false, description: 'Reset connections instead of answering.' }),
  },
  { ...strict, description: 'A timetable of outages, the same at every start.' }
);

export const SimulatedRateLimit = Type.Object(
  {
    requests_per_minute: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    tokens_per_minute: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'Input and output together.' })
    ),
  },
  {
    ...strict,
    minProperties: 1,
    description: 'Limits of each model, in windows of one minute; told in x-ratelimit headers, past them 429.',
  }
);

export const SimulatorBehaviour = Type.Object(
  {
    latency_ms: Type.Number({
      minimum: 0,
      maximum: 600_000,
      default: 200,
      description: 'Time to the first token, in milliseconds.',
    }),
    jitter: Share('Spread of the latency around its value'),
    latency_p95_ms: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 600_000,
        description:
          'In place of jitter: latency_ms is the median then, and one request in twenty takes longer than this, with a long tail.',
      })
    ),
    tokens_per_second: Type.Number({
      minimum: 0.1,
      maximum: 1_000_000,
      default: 100,
      description: 'Speed of a stream.',
    }),
    output_tokens: Type.Integer({
      minimum: 1,
      maximum: 100_000,
      default: 60,
      description: 'Length of an answer, unless the request asks for less.',
    }),
    error_rate: Share('Share of requests that fail'),
    error_status: Type.Integer({ minimum: 400, maximum: 599, default: 500, description: 'HTTP status of a failure.' }),
    errors: Type.Array(SimulatedError, {
      maxItems: 100,
      default: [],
      description: 'Further kinds of failures, each with its share.',
    }),
    reset_rate: Share('Share of requests whose connection is reset before the answer'),
    stall_rate: Share('Share of requests that are accepted and never answered'),
    stream_reset_rate: Share('Share of streams whose connection is reset in the middle'),
    stream_stall_rate: Share('Share of streams that stop in the middle and stay open'),
    outages: Type.Array(Outage, { maxItems: 100, default: [], description: 'When nothing is answered at all.' }),
    rate_limit: Type.Optional(SimulatedRateLimit),
  },
  { ...strict, default: {}, description: 'How a simulated provider behaves.' }
);
