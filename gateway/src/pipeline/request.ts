import type { ChatParameters } from '../chat/chatParameters.js';
import type { Principal } from '../governance/principal.js';
import type { RequestTrace } from '../tracing/trace.js';

/** A request as the surface handed it over: authenticated, its body read and not yet understood. */
export interface ClientRequest {
  readonly id: string;
  readonly principal: Principal;
  /** Wall clock at which the request was read, in epoch milliseconds. */
  readonly receivedAt: number;
  /** The same moment on the monotonic clock of `performance.now()`. */
  readonly startedAt: number;
  readonly body: Buffer;
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

export interface ChatRequest extends ClientRequest {
  readonly parameters: ChatParameters;
  /** Whom it is charged to. */
  readonly attribution: Attribution;
}

export interface Attribution {
  readonly user: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
}
