import Type from 'typebox';

import { strict } from './fieldTypes.js';

export const Server = Type.Object(
  {
    host: Type.String({ default: '127.0.0.1', description: 'Address to listen on; 0.0.0.0 for every interface.' }),
    port: Type.Integer({ minimum: 0, maximum: 65535, default: 4000, description: '0 takes a free port.' }),
    body_limit_bytes: Type.Integer({
      minimum: 1024,
      maximum: 1_073_741_824,
      default: 20_971_520,
      description: 'Largest request body, in bytes; a larger one is refused with 413.',
    }),
    upload_limit_bytes: Type.Integer({
      minimum: 1024,
      maximum: 10_737_418_240,
      default: 104_857_600,
      description: 'Largest form with a file in it, in bytes; a larger one is refused with 413.',
    }),
    upload_spool_bytes: Type.Integer({
      minimum: 1024,
      maximum: 1_099_511_627_776,
      default: 1_073_741_824,
      description:
        'Most bytes of forms that are kept on disk (in the data directory) while requests are under way; past it 503 with Retry-After.',
    }),
    max_in_flight: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 10_000,
      description: 'Most requests under way at once; past it they wait (routing.max_queue), then 503 with Retry-After.',
    }),
    max_live_listeners: Type.Integer({
      minimum: 0,
      maximum: 1_000,
      default: 20,
      description: 'Most that may listen to live requests at once; one more is refused with 503.',
    }),
    live_queue: Type.Integer({
      minimum: 1,
      maximum: 100_000,
      default: 1_000,
      description: 'Most live requests that wait for a listener slower than they come; the oldest are left out.',
    }),
    trusted_proxies: Type.Array(Type.String({ minLength: 2 }), {
      default: [],
      description: 'Addresses and networks (CIDR) of proxies whose X-Forwarded-For is believed.',
    }),
  },
  { ...strict, default: {}, description: 'Where the gateway listens, and how much it takes.' }
);
