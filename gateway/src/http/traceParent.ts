import type { TraceParent } from '../tracing/trace.js';

const TRACE_PARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;
const NO_TRACE = '0'.repeat(32);
const NO_SPAN = '0'.repeat(16);
const SAMPLED = 0x01;

/** A W3C `traceparent` header; undefined when there is none, or none that is valid. */
export function parseTraceParent(header: string | string[] | undefined): TraceParent | undefined {
  const [, traceId, spanId, flags] = (typeof header === 'string' && TRACE_PARENT.exec(header)) || [];
  if (traceId === undefined || spanId === undefined || flags === undefined) {
    return undefined;
  }
  const valid = traceId !== NO_TRACE && spanId !== NO_SPAN;
  return valid ? { traceId, spanId, sampled: (parseInt(flags, 16) & SAMPLED) === SAMPLED } : undefined;
}
