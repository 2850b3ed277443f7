import Type, { type Static } from 'typebox';

import { strict } from './sections/fieldTypes.js';
import { KeySchema } from './sections/identity.js';

const { key: _secret, ...fields } = KeySchema.properties;

const Hash = (what: string) =>
  Type.String({ pattern: '^[0-9a-f]{64}$', description: `SHA-256 of ${what}, in hexadecimal.` });

const Time = (what: string) => Type.String({ format: 'date-time', description: what });

/** A key as the store keeps it: what the configuration file would say of it, without its secret. */
export const StoredKeySchema = Type.Object(
  {
    ...fields,
    hash: Hash('the secret'),
    prefix: Type.String({
      minLength: 1,
      maxLength: 32,
      description: 'How the secret begins, for people to know it by.',
    }),
    previous_hash: Type.Optional(Hash('the secret before')),
    previous_until: Type.Optional(Time('Until when the secret before is still good.')),
    revoked_at: Type.Optional(Time('When it was taken back.')),
  },
  strict
);

export type StoredKey = Static<typeof StoredKeySchema>;
