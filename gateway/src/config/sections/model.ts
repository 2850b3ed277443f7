import Type from 'typebox';

import { STRATEGY_NAMES } from '../../routing/strategies/names.js';
import { ModelCache } from './cache.js';
import { Price } from './price.js';
import { Enabled, Name, strict } from './fieldTypes.js';

export const Deployment = Type.Object(
  {
    provider: Name('Name of a provider above.'),
    model: Name('What the provider calls the model.'),
    enabled: Enabled('the deployment'),
    weight: Type.Number({
      minimum: 0,
      default: 1,
      description: 'Share of the traffic, relative to the other deployments.',
    }),
    max_concurrent: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Most calls under way at once; further requests go elsewhere, or wait.' })
    ),
    price: Type.Optional(Price),
  },
  strict
);

const Chain = (when: string) =>
  Type.Array(Type.String(), { default: [], description: `Models tried in this order ${when}.` });

export const ModelSchema = Type.Object(
  {
    name: Name('What clients ask for.'),
    strategy: Type.Enum([...STRATEGY_NAMES], { default: 'weighted', description: 'How a deployment is chosen.' }),
    sticky: Type.Enum(['none', 'key', 'user'], {
      default: 'none',
      description:
        'Keeps the requests of a key, or of a user, on one deployment while it can answer, for its prompt cache.',
    }),
    deployments: Type.Array(Deployment, { minItems: 1 }),
    cache: Type.Optional(ModelCache),
    fallbacks: Chain('when no deployment of this one answers'),
    context_window_fallbacks: Chain('when the request is too long for this one'),
    content_policy_fallbacks: Chain('when the provider refuses the content'),
  },
  strict
);
