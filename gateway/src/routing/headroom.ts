import type { IncomingHttpHeaders } from 'node:http';

/** One limit as a provider reports it. */
export interface ReportedLimit {
  readonly limit: number;
  readonly remaining: number;
}

/** A provider's own rate limits, from the headers of its last answer. */
export interface Headroom {
  readonly requests: ReportedLimit | undefined;
  readonly tokens: ReportedLimit | undefined;
}

/** Reads `x-ratelimit-{limit,remaining}-{requests,tokens}`, as OpenAI and most that speak its dialect send them. */
export function readHeadroom(headers: IncomingHttpHeaders): Headroom | undefined {
  const requests = readLimit(headers['x-ratelimit-limit-requests'], headers['x-ratelimit-remaining-requests']);
  const tokens = readLimit(headers['x-ratelimit-limit-tokens'], headers['x-ratelimit-remaining-tokens']);
  return requests === undefined && tokens === undefined ? undefined : { requests, tokens };
}

/** Share that is left, 0 to 1, of whichever limit is nearer. */
export function shareLeft({ requests, tokens }: Headroom): number {
  return Math.min(...[requests, tokens].map((each) => (each === undefined ? 1 : each.remaining / each.limit)));
}

type Header = IncomingHttpHeaders[string];

function readLimit(told: Header, left: Header): ReportedLimit | undefined {
  if (told === undefined || left === undefined) {
    return undefined;
  }
  const limit = Number(told);
  const remaining = Number(left);
  return limit > 0 && remaining >= 0 ? { limit, remaining: Math.min(remaining, limit) } : undefined;
}
