const TRACE_PARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;
const NO_TRACE = '0'.repeat(32);

/** The trace id of a W3C `traceparent` header; undefined when there is none, or none that is valid. */
export function parseTraceId(header: string | string[] | undefined): string | undefined {
  const id = typeof header === 'string' ? TRACE_PARENT.exec(header)?.[1] : undefined;
  return id === NO_TRACE ? undefined : id;
}
