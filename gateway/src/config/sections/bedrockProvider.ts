import Type from 'typebox';

import { strict } from './fieldTypes.js';
import { Address, PriceList, Secret, httpProvider } from './httpProvider.js';

export const BedrockProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('bedrock'),
    region: Type.String({ pattern: '^[a-z0-9-]+$', description: 'Of AWS, e.g. eu-central-1.' }),
    base_url: Type.Optional(Address('https://bedrock-runtime.REGION.amazonaws.com if left out.')),
    api_key: Secret('A Bedrock API key; AWS_BEARER_TOKEN_BEDROCK if left out.'),
    access_key_id: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'AWS_ACCESS_KEY_ID if left out, as are the other two; else a profile, web identity, or the role of the container or instance.',
      })
    ),
    secret_access_key: Secret('AWS_SECRET_ACCESS_KEY if left out.'),
    session_token: Secret('Of temporary credentials; AWS_SESSION_TOKEN if left out.'),
    prices: PriceList('aws'),
  },
  {
    ...strict,
    description:
      'AWS Bedrock, by its Converse API. Requests are signed with the access key, or carry the API key, whichever is given; the configuration goes before the environment, and that before what AWS’s tools find (profiles, web identity, roles of containers and instances). A deployment’s model is a model id, an inference profile or an ARN.',
  }
);
