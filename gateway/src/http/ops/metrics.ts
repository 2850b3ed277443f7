import { promisify } from 'node:util';
import { constants, gzip as gzipWithCallback } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

import { bearerGuard } from '../bearerGuard.js';
import { acceptsGzip, prefersOpenMetrics } from './accepts.js';

export interface MetricsRouteParts {
  /** Who asks at the same time may get the same bytes. */
  readonly render: (format: 'text' | 'openmetrics') => Promise<{ readonly contentType: string; readonly body: Buffer }>;
  /** Undefined serves them to everyone. */
  readonly token: string | undefined;
}

/** In a thread of Node's pool. Names and labels repeat so much that the quickest level makes a twentieth of them. */
const gzip = promisify(gzipWithCallback);
const GZIP = { level: constants.Z_BEST_SPEED, chunkSize: 1_048_576 } as const;

/** `/metrics` in Prometheus' text format, or in OpenMetrics with exemplars for who prefers it. */
export async function metricsRoute(app: FastifyInstance, { render, token }: MetricsRouteParts): Promise<void> {
  const zipped = new WeakMap<Buffer, Promise<Buffer>>();
  const zip = (body: Buffer): Promise<Buffer> => {
    const zipping = zipped.get(body) ?? gzip(body, GZIP);
    zipped.set(body, zipping);
    return zipping;
  };
  if (token !== undefined) {
    app.addHook('onRequest', bearerGuard([token], 'the metrics token (LLM_GATEWAY_METRICS_TOKEN)'));
  }
  app.get('/metrics', async ({ headers }, reply) => {
    const { contentType, body } = await render(prefersOpenMetrics(headers.accept) ? 'openmetrics' : 'text');
    reply.header('content-type', contentType).header('vary', 'accept, accept-encoding');
    return acceptsGzip(headers['accept-encoding'])
      ? reply.header('content-encoding', 'gzip').send(await zip(body))
      : reply.send(body);
  });
}
