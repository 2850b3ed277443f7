// For what it adds to Fastify's type of a schema: summary, tags, security.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { GatewayError } from '../../errors/gatewayError.js';
import { documented } from '../admin/documented.js';
import { ErrorAnswer } from '../admin/errorAnswer.js';
import { bearerGuard } from '../bearerGuard.js';

export interface UsageMetricsParts {
  /** Totals of the ledger in Prometheus' text format. @throws when the store refuses. */
  readonly render: () => Promise<string>;
  /** Any of them opens it. */
  readonly tokens: readonly string[];
}

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';
const WANTED =
  'the metrics token (LLM_GATEWAY_METRICS_TOKEN), the viewer token (LLM_GATEWAY_VIEWER_TOKEN) or the admin token (LLM_GATEWAY_ADMIN_TOKEN)';

const SECURITY: ReadonlyArray<Readonly<Record<string, readonly string[]>>> = [
  { metrics: [] },
  { viewer: [] },
  { admin: [] },
];

/** `GET /api/v1/llm/metrics`: what was ever used, by tenant and model, for Prometheus. */
export async function usageMetricsRoute(app: FastifyInstance, { render, tokens }: UsageMetricsParts): Promise<void> {
  app.addHook('onRequest', bearerGuard(tokens, WANTED));
  const schema = {
    summary: 'Totals of the ledger since its beginning, for Prometheus',
    description:
      'Credits and cost by tenant (team), requests and errors, and response times by model. They outlive restarts and retention, are at most 10 s old, and are the same on every replica.',
    tags: ['usage'],
    security: SECURITY,
    response: { 200: Type.String({ description: "Prometheus' text format." }), 503: ErrorAnswer },
  };
  app.get('/llm/metrics', { schema, ...documented, serializerCompiler: () => String }, async (_request, reply) => {
    const text = await render().catch((cause: unknown) => {
      throw new GatewayError(
        'The ledger cannot be read now, so its totals are not known. Requests go on; GET /health/ready and the log tell more.',
        { status: 503, type: 'overloaded', code: 'store_unavailable', retryAfterSeconds: 10, cause }
      );
    });
    return reply.type(TEXT).send(text);
  });
}
