import type { Principal } from '../governance/principal.js';
import type { Operation } from '../operations/operation.js';
import type { RequestParameters } from '../operations/parameters.js';
import type { Upload } from '../operations/upload.js';
import type { AsChat } from './asChat.js';
import type { RequestTrace } from '../tracing/trace.js';

/** A request as the surface handed it over: authenticated, its body read and not yet understood. */
export interface ClientRequest {
  readonly id: string;
  readonly operation: Operation;
  readonly principal: Principal;
  /** Wall clock at which the request was read, in epoch milliseconds. */
  readonly receivedAt: number;
  /** The same moment on the monotonic clock of `performance.now()`. */
  readonly startedAt: number;
  /** Where the client sends a form, its fields as JSON. */
  readonly body: Buffer;
  /** The form that the client sends. */
  readonly upload?: Upload | undefined;
  /** Of its headers those that go on to a provider that speaks its language; flat name, value, name, value … */
  readonly headers?: readonly string[] | undefined;
  /** Of the client's W3C traceparent or, with tracing, of the trace that begins here. */
  readonly traceId?: string | undefined;
  /** Undefined while tracing is off. */
  readonly trace?: RequestTrace | undefined;
  /** Attribution from `x-llm-gateway-tags`. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** The client's `cache-control`, which the answer cache goes by. */
  readonly cacheControl?: string | undefined;
  /** Whether other models may answer in place of the one asked for; `x-llm-gateway-fallbacks: off` says no. */
  readonly fallbacks: boolean;
}

export interface ParsedRequest extends ClientRequest {
  readonly parameters: RequestParameters;
  /** Whom it is charged to. */
  readonly attribution: Attribution;
  /** As a chat completion request, where the operation can be one. */
  readonly asChat?: AsChat | undefined;
}

export interface Attribution {
  readonly user: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
}

/** Field by field: it is on every request's path, and a spread of so many fields costs more than the rest of a stage. */
export function toParsedRequest(
  request: ClientRequest,
  parameters: RequestParameters,
  attribution: Attribution,
  asChat: AsChat | undefined
): ParsedRequest {
  return {
    id: request.id,
    operation: request.operation,
    principal: request.principal,
    receivedAt: request.receivedAt,
    startedAt: request.startedAt,
    body: request.body,
    upload: request.upload,
    headers: request.headers,
    traceId: request.traceId,
    trace: request.trace,
    tags: request.tags,
    cacheControl: request.cacheControl,
    fallbacks: request.fallbacks,
    parameters,
    attribution,
    asChat,
  } satisfies Record<keyof ParsedRequest, unknown>;
}
