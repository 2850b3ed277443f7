import { Pool } from 'undici';

/** Connections to one provider, and where under its origin the API lives. */
export interface Upstream {
  readonly pool: Pool;
  /** Path of the base URL without a trailing slash, e.g. `/v1`. */
  readonly basePath: string;
}

export interface UpstreamOptions {
  readonly baseUrl: string;
  readonly maxConnections: number;
  /** All in milliseconds. */
  readonly timeouts: { readonly connect_ms: number; readonly first_byte_ms: number; readonly idle_ms: number };
}

/** Idle connections are kept this long, in milliseconds, unless the provider says less. */
const KEEP_ALIVE_MS = 30_000;

export function openUpstream({ baseUrl, maxConnections, timeouts }: UpstreamOptions): Upstream {
  const url = new URL(baseUrl);
  return {
    pool: new Pool(url.origin, {
      connections: maxConnections,
      connect: { timeout: timeouts.connect_ms },
      headersTimeout: timeouts.first_byte_ms,
      bodyTimeout: timeouts.idle_ms,
      keepAliveTimeout: KEEP_ALIVE_MS,
    }),
    basePath: url.pathname.replace(/\/+$/, ''),
  };
}
