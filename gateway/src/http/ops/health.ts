import type { FastifyInstance } from 'fastify';

import type { DeploymentHealth } from '../../routing/deploymentHealth.js';
import type { ProviderHealth } from '../../routing/providerHealth.js';

export interface HealthParts {
  /** Why the gateway should get no traffic now; undefined when it is ready. */
  readonly notReady: () => string | undefined;
  readonly providers: ProviderHealth;
  readonly deployments: () => readonly DeploymentHealth[];
}

/** `/health/live`, `/health/ready` and `/health`; without a token, and without anything that needs one. */
export async function healthRoutes(
  app: FastifyInstance,
  { notReady, providers, deployments }: HealthParts
): Promise<void> {
  app.get('/health/live', () => ({ status: 'ok' }));

  app.get('/health/ready', (_request, reply) => {
    const reason = notReady();
    return reason === undefined ? { status: 'ok' } : reply.code(503).send({ status: 'not_ready', reason });
  });

  app.get('/health', (_request, reply) => {
    const reason = notReady();
    const status = reason === undefined ? 'ok' : 'not_ready';
    return reply
      .code(reason === undefined ? 200 : 503)
      .send({ status, reason, providers: providers.snapshot(), deployments: deployments() });
  });
}
