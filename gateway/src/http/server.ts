import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';

import { GatewayError } from '../errors/gatewayError.js';
import { type AdminApiParts, adminApi } from './admin/adminApi.js';
import { type AlertWebhookParts, alertWebhook } from './alerts/webhook.js';
import { fastifyFault } from './fastifyFault.js';
import { openApi } from './openApi.js';
import { anthropicSurface } from './anthropic/surface.js';
import { type OpenAiSurfaceParts, openAiSurface } from './openai/surface.js';
import { type HealthParts, healthRoutes } from './ops/health.js';
import { type MetricsRouteParts, metricsRoute } from './ops/metrics.js';
import { type UsageMetricsParts, usageMetricsRoute } from './ops/usageMetrics.js';
import { sendError } from './sendError.js';

export interface ServerParts extends AdminApiParts {
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly openai: OpenAiSurfaceParts;
  readonly health: HealthParts;
  readonly metrics: MetricsRouteParts;
  readonly usageMetrics: UsageMetricsParts;
  readonly alerts: AlertWebhookParts;
  readonly version: string;
  readonly onInternalError: (error: GatewayError, url: string) => void;
}

/** Longer than the 60 s of common load balancers, so that they and not we close idle connections. */
const KEEP_ALIVE_MS = 75_000;

/** How long a client may take to send a whole request, in milliseconds. */
const REQUEST_TIMEOUT_MS = 120_000;

/** Longest name in a path, e.g. of a provider: 200 characters, each of which may be URL-encoded. */
const MAX_PARAM_LENGTH = 600;

/** All HTTP surfaces on one Fastify server. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { bodyLimit } = parts.openai;
  // Fastify's own request log would cost more than the rest of a request.
  const app = Fastify({
    logger: false,
    bodyLimit,
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // Connections that are open when the gateway stops are served to their end.
    return503OnClosing: false,
    frameworkErrors: (thrown, _request, reply) => void sendError(reply, fastifyFault(thrown, bodyLimit)),
  });

  app.setErrorHandler((thrown, request, reply) => {
    const error = fastifyFault(thrown, bodyLimit);
    if (error.type === 'internal_error') {
      parts.onInternalError(error, request.url);
    }
    return sendError(reply, error);
  });
  app.setNotFoundHandler((request, reply) => {
    const message = `${request.method} ${request.url.split('?')[0]} is not served here. The admin API is described by /openapi.json.`;
    return sendError(reply, new GatewayError(message, { status: 404, type: 'not_found_error', code: 'unknown_url' }));
  });

  await app.register(swagger, openApi(parts.version));
  await app.register(openAiSurface, { prefix: '/v1', ...parts.openai });
  await app.register(anthropicSurface, { prefix: '/v1', ...parts.openai });
  await app.register(async (admin) => adminApi(admin, parts), { prefix: '/api/v1' });
  await app.register(usageMetricsRoute, { prefix: '/api/v1', ...parts.usageMetrics });
  await app.register(alertWebhook, { prefix: '/api/v1', ...parts.alerts });
  await app.register(async (ops) => {
    await ops.register(healthRoutes, parts.health);
    await ops.register(metricsRoute, parts.metrics);
    ops.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  });
  return app;
}
