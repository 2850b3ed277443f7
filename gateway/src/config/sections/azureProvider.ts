import Type from 'typebox';

import { strict } from './fieldTypes.js';
import { Address, PriceList, Secret, httpProvider } from './httpProvider.js';

export const AzureProvider = Type.Object(
  {
    ...httpProvider,
    type: Type.Literal('azure'),
    base_url: Address('The resource, e.g. https://NAME.openai.azure.com.'),
    api_key: Secret('Sent in the header api-key. Keep it out of the file: ${AZURE_API_KEY}.'),
    azure_ad_token: Secret('A token of Microsoft Entra ID, sent as Bearer token in place of an api_key.'),
    api_version: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9-]+$',
        description:
          'Asks the deployment by its own path with this api-version, e.g. 2024-10-21. Without, the v1 API is asked, which needs none.',
      })
    ),
    prices: PriceList('azure'),
  },
  {
    ...strict,
    description:
      'Azure OpenAI. A deployment’s model is the name of the deployment there; one that is not called like its model needs a price of its own.',
  }
);
