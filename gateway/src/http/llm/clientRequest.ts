import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';

import type { Principal } from '../../governance/principal.js';
import type { Operation } from '../../operations/operation.js';
import type { Upload } from '../../operations/upload.js';
import type { ClientRequest } from '../../pipeline/request.js';
import type { Tracer } from '../../tracing/trace.js';
import { parseTags } from '../tags.js';
import { parseTraceParent } from '../traceParent.js';

/** What a client asks, and whose it is. */
export interface Asked {
  readonly operation: Operation;
  readonly principal: Principal;
  readonly body: Buffer;
  readonly upload?: Upload | undefined;
}

/** What Anthropic's clients choose by header, for a provider that speaks their language. */
const PASSED_ON = ['anthropic-beta'] as const;

/** A request as the pipeline takes it. */
export function toClientRequest(
  request: FastifyRequest,
  { operation, principal, body, upload }: Asked,
  tracer: Tracer | undefined
): ClientRequest {
  const receivedAt = Date.now();
  const startedAt = performance.now();
  const { headers } = request;
  const parent = parseTraceParent(headers.traceparent);
  const trace = tracer?.start({
    parent,
    state: headers['tracestate']?.toString(),
    method: request.method,
    route: request.routeOptions.url ?? request.url,
    receivedAt,
    startedAt,
  });
  return {
    // The ledger finds a request by its id through the time in it.
    id: `req_${uuidv7({ msecs: receivedAt })}`,
    operation,
    principal,
    receivedAt,
    startedAt,
    body,
    upload,
    headers: PASSED_ON.flatMap((name) => (headers[name] === undefined ? [] : [name, headers[name].toString()])),
    traceId: trace?.traceId ?? parent?.traceId,
    trace,
    tags: parseTags(headers['x-llm-gateway-tags']),
    cacheControl: headers['cache-control'],
    fallbacks: headers['x-llm-gateway-fallbacks'] !== 'off',
  };
}
