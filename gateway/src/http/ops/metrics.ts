import { once } from 'node:events';
import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

import { bearerGuard } from '../bearerGuard.js';
import { acceptsGzip, prefersOpenMetrics } from './accepts.js';

type Pieces = readonly Buffer[];

export interface MetricsRouteParts {
  /** Who asks at the same time may get the same pieces. */
  readonly render: (
    format: 'text' | 'openmetrics'
  ) => Promise<{ readonly contentType: string; readonly pieces: Pieces }>;
  /** Undefined serves them to everyone. */
  readonly token: string | undefined;
}

/** Names and labels repeat so much that the quickest level makes a twentieth of them. */
const GZIP = { level: constants.Z_BEST_SPEED, chunkSize: 262_144 } as const;

/** `/metrics` in Prometheus' text format, or in OpenMetrics with exemplars for who prefers it. */
export async function metricsRoute(app: FastifyInstance, { render, token }: MetricsRouteParts): Promise<void> {
  const zipped = new WeakMap<Pieces, Promise<Pieces>>();
  const zip = (pieces: Pieces): Promise<Pieces> => {
    const zipping = zipped.get(pieces) ?? gzip(pieces);
    zipped.set(pieces, zipping);
    return zipping;
  };
  if (token !== undefined) {
    app.addHook('onRequest', bearerGuard([token], 'the metrics token (LLM_GATEWAY_METRICS_TOKEN)'));
  }
  app.get('/metrics', async ({ headers }, reply) => {
    const { contentType, pieces } = await render(prefersOpenMetrics(headers.accept) ? 'openmetrics' : 'text');
    reply.header('content-type', contentType).header('vary', 'accept, accept-encoding');
    const zips = acceptsGzip(headers['accept-encoding']);
    const sent = zips ? await zip(pieces) : pieces;
    if (zips) {
      reply.header('content-encoding', 'gzip');
    }
    const length = sent.reduce((total, piece) => total + piece.length, 0);
    return reply.header('content-length', length).send(Readable.from(sent));
  });
}

/** In a thread of Node's pool. */
async function gzip(pieces: Pieces): Promise<Pieces> {
  const zipper = createGzip(GZIP);
  const out: Buffer[] = [];
  zipper.on('data', (piece: Buffer) => out.push(piece));
  const ended = once(zipper, 'end');
  Readable.from(pieces).pipe(zipper);
  await ended;
  return out;
}
