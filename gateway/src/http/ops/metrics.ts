import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

import { bearerGuard } from '../bearerGuard.js';

export interface MetricsRouteParts {
  readonly registry: Registry;
  /** Undefined serves them to everyone. */
  readonly token: string | undefined;
}

/** `/metrics` in Prometheus' text format. */
export async function metricsRoute(app: FastifyInstance, { registry, token }: MetricsRouteParts): Promise<void> {
  if (token !== undefined) {
    app.addHook('onRequest', bearerGuard([token], 'the metrics token (LLM_GATEWAY_METRICS_TOKEN)'));
  }
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
