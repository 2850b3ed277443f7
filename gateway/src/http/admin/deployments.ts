import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { readRates } from './readRates.js';
import type { DeploymentState } from '../../routing/deploymentState.js';
import { deploymentHealth } from '../../routing/deploymentHealth.js';
import type { ModelGroup } from '../../routing/deployment.js';
import type { ProviderHealth } from '../../routing/providerHealth.js';
import { documented } from './documented.js';

export interface DeploymentParts {
  readonly groups: () => Iterable<ModelGroup>;
  readonly states: () => readonly DeploymentState[];
  readonly health: Pick<ProviderHealth, 'snapshot'>;
}

const Limit = Type.Object({ limit: Type.Number(), remaining: Type.Number() });

const Deployment = Type.Object({
  model: Type.String({ description: 'What clients ask for.' }),
  deployment: Type.String({ description: 'provider/model.' }),
  provider: Type.String(),
  provider_model: Type.String({ description: 'What the provider calls the model.' }),
  weight: Type.Number(),
  status: Type.Enum(['ready', 'not_ready', 'disabled']),
  reason: Type.Optional(Type.String({ description: 'Why it gets no calls now.' })),
  breaker: Type.Optional(
    Type.String({ description: 'closed, open or half_open; not there where the deployment is disabled.' })
  ),
  breaker_since: Type.Optional(Type.String({ format: 'date-time' })),
  in_flight: Type.Integer({ description: 'Calls under way, on this replica.' }),
  max_concurrent: Type.Optional(Type.Integer()),
  first_token_ms: Type.Optional(Type.Number({ description: 'Moving average of the time to the first token.' })),
  headroom: Type.Optional(
    Type.Object(
      { requests: Type.Optional(Limit), tokens: Type.Optional(Limit) },
      { description: 'The provider’s own rate limits, as it told them last.' }
    )
  ),
  provider_status: Type.Enum(['unknown', 'healthy', 'failing', 'disabled'], {
    description: 'What the last call came to.',
  }),
  price: Type.Object(
    {
      source: Type.String({ description: 'config, or the price list and its version.' }),
      input_per_million_usd: Type.Optional(Type.Number()),
      output_per_million_usd: Type.Optional(Type.Number()),
      cached_input_per_million_usd: Type.Optional(Type.Number()),
      per_request_usd: Type.Number(),
    },
    { nullable: true, description: 'In force now, for a small request; null where none is known.' }
  ),
});

/** `GET /api/v1/deployments`: what answers for each model, and how it stands on this replica. */
export async function deploymentsRoute(app: FastifyInstance, parts: DeploymentParts): Promise<void> {
  const schema = {
    summary: 'Deployments of each model, and how they stand on this replica',
    tags: ['deployments'],
    response: { 200: Type.Object({ deployments: Type.Array(Deployment) }) },
  };
  app.get('/deployments', { schema, ...documented }, () => ({ deployments: deploymentAnswers(parts, Date.now()) }));
}

function deploymentAnswers({ groups, states, health }: DeploymentParts, now: number): readonly object[] {
  const stateOf = new Map(states().map((state) => [state.deployment, state]));
  const statusOf = new Map(health.snapshot().map(({ name, status }) => [name, status]));
  return [...groups()].flatMap(({ name: model, deployments, disabled }) =>
    [...deployments.map((deployment) => ({ deployment, reason: undefined })), ...disabled].map(
      ({ deployment, reason }) => {
        const { id, provider, weight, maxConcurrent, price } = deployment;
        const state = stateOf.get(deployment);
        const known = state && deploymentHealth(state, now);
        return {
          model,
          deployment: id,
          provider: provider.name,
          provider_model: deployment.model,
          weight,
          max_concurrent: maxConcurrent,
          status: known?.status ?? 'disabled',
          reason: known?.reason ?? reason,
          breaker: known?.breaker,
          breaker_since: known?.since,
          in_flight: known?.active ?? 0,
          first_token_ms: state?.firstTokenMs,
          headroom: state?.reported,
          provider_status: statusOf.get(provider.name) ?? 'unknown',
          price: readRates(price, now),
        };
      }
    )
  );
}
