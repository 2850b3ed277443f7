import Type from 'typebox';

import { FilterParameters, TimeParameters } from './usageSchema.js';

/** Filters of requests, for the API's description. */
export const RequestParameters = {
  ...TimeParameters,
  ...FilterParameters,
  code: Type.Optional(Type.Integer({ description: 'HTTP status sent to the client; repeatable.' })),
  min_duration_ms: Type.Optional(Type.Number({ minimum: 0 })),
  max_duration_ms: Type.Optional(Type.Number({ minimum: 0 })),
  min_cost_usd: Type.Optional(Type.Number({ minimum: 0 })),
  q: Type.Optional(
    Type.String({
      description: 'How the id (req_…) or the trace id begins. For an id, the time range may be left out.',
    })
  ),
};
