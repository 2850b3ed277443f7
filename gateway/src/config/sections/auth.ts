import Type from 'typebox';

import { AllowedModels } from './identity.js';
import { Milliseconds, Name, strict } from './fieldTypes.js';

export const Jwt = Type.Object(
  {
    name: Name('What metrics and pages call requests with these tokens.'),
    issuer: Type.String({ minLength: 1, description: 'The iss that tokens must have.' }),
    audience: Type.String({ minLength: 1, description: 'The aud that tokens must have.' }),
    jwks_url: Type.Optional(
      Type.String({ pattern: '^https?://', description: 'Where its keys are; found by OpenID discovery if left out.' })
    ),
    algorithms: Type.Array(Type.String(), { minItems: 1, default: ['RS256', 'ES256'] }),
    user_claim: Type.String({ default: 'sub', description: 'Claim that names the user.' }),
    team_claim: Type.Optional(Type.String({ description: 'Claim that names the team.' })),
    team: Type.Optional(Name('Team that pays where no claim says.')),
    models: Type.Optional(AllowedModels),
  },
  { ...strict, description: 'Tokens of an OpenID provider, in place of keys.' }
);

export const Auth = Type.Object(
  {
    refresh_ms: Milliseconds('How soon a change made on another replica is known here', 5_000),
    jwt: Type.Array(Jwt, { default: [], maxItems: 20 }),
  },
  { ...strict, default: {}, description: 'How clients are known.' }
);
