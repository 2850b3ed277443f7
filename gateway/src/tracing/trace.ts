import type { OperationName } from '../operations/name.js';
import type { Deployment } from '../routing/deployment.js';
import type { Attempt, TokenUsage, UsageEvent } from '../usage/event.js';

/** The client's span, from its W3C `traceparent`. */
export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
  readonly sampled: boolean;
}

/** Makes a trace of each request. There is none while tracing is off. */
export interface Tracer {
  start(request: TracedRequest): RequestTrace;
}

export interface TracedRequest {
  readonly parent: TraceParent | undefined;
  /** The client's W3C `tracestate`, which goes with its traceparent. */
  readonly state: string | undefined;
  readonly method: string;
  /** Route, as registered. */
  readonly route: string;
  /** Epoch milliseconds, and the same moment on the clock of `performance.now()`. */
  readonly receivedAt: number;
  readonly startedAt: number;
}

/** The trace of one request. Nothing here throws. */
export interface RequestTrace {
  readonly traceId: string;
  startCall(call: TracedCall): CallTrace;
  end(event: UsageEvent): void;
}

/** A call to a provider that is about to be made. */
export interface TracedCall {
  readonly operation: OperationName;
  readonly deployment: Deployment;
  /** From 1. */
  readonly number: number;
  readonly streaming: boolean;
  /** On the clock of `performance.now()`. */
  readonly startedAt: number;
}

export interface CallTrace {
  /** To be sent to the provider, flat name, value, name, value … */
  readonly headers: readonly string[];
  end(call: EndedCall): void;
}

export interface EndedCall {
  readonly attempt: Attempt;
  /** Whether it was made for another model than the one asked for. */
  readonly fallback: boolean;
  readonly tokens: TokenUsage | undefined;
  /** `performance.now()` at the first whole event of a stream. */
  readonly firstTokenAt: number | undefined;
  /** What the provider's answer calls its model; asked only of a trace that is kept. */
  readonly answeredModel: () => string | undefined;
}
