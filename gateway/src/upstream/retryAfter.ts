import type { IncomingHttpHeaders } from 'node:http';

/** Seconds to wait as a provider asks for them: `retry-after-ms`, or Retry-After as seconds or as an HTTP date. */
export function retryAfterSeconds(headers: IncomingHttpHeaders, now: number = Date.now()): number | undefined {
  const milliseconds = Number(headers['retry-after-ms'] ?? NaN);
  if (Number.isFinite(milliseconds) && milliseconds >= 0) {
    return milliseconds / 1000;
  }
  const value = headers['retry-after'];
  if (value === undefined) {
    return undefined;
  }
  const seconds = Number(value);
  if (Number.isFinite(seconds)) {
    return Math.max(0, seconds);
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
