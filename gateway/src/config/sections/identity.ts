import Type from 'typebox';

import { Name, Timestamp, strict } from './fieldTypes.js';

const Tags = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 512 }), {
  description: 'Attribution of every request, e.g. { feature: search }; the request’s own go before.',
});

export const AllowedModels = Type.Array(Type.String({ minLength: 1 }), {
  minItems: 1,
  description: 'Models that may be asked for; * stands for anything. All, if left out.',
});

export const KeySchema = Type.Object(
  {
    name: Name('Who the key belongs to; shown in metrics and on pages.'),
    key: Type.Optional(
      Type.String({
        minLength: 8,
        description: 'The secret. Left out, one is generated and kept in the data directory.',
      })
    ),
    team: Type.Optional(Name('Team that pays.')),
    user: Type.Optional(Name('User that it belongs to; a user in the body is then not believed.')),
    models: Type.Optional(AllowedModels),
    addresses: Type.Optional(
      Type.Array(Type.String({ minLength: 2 }), {
        minItems: 1,
        description: 'Addresses and networks (CIDR) it may be used from. Anywhere, if left out.',
      })
    ),
    expires_at: Type.Optional(Timestamp('When it ends')),
    tags: Type.Optional(Tags),
  },
  strict
);

export const TeamSchema = Type.Object(
  {
    name: Name('As keys name it.'),
    models: Type.Optional(AllowedModels),
    tags: Type.Optional(Tags),
    blocked: Type.Boolean({ default: false, description: 'Refuses every request of the team.' }),
  },
  strict
);

export const UserSchema = Type.Object(
  {
    name: Name('As keys, tokens or bodies name it.'),
    team: Type.Optional(Name('Team that pays for keys of the user which have none.')),
    models: Type.Optional(AllowedModels),
    blocked: Type.Boolean({ default: false, description: 'Refuses every request of the user.' }),
  },
  strict
);
