import { Pool } from 'undici';

/** Connections to one provider, and where under its origin the API lives. */
export interface Upstream {
  readonly pool: Pool;
  /** Host name or IP address, and port. */
  readonly address: string;
  readonly port: number;
  /** Path of the base URL without a trailing slash, e.g. `/v1`. */
  readonly basePath: string;
  readonly timeouts: UpstreamTimeouts;
}

/** All in milliseconds. */
export interface UpstreamTimeouts {
  readonly connect_ms: number;
  readonly first_token_ms: number;
  readonly idle_ms: number;
  readonly total_ms: number;
}

export interface UpstreamOptions {
  readonly baseUrl: string;
  readonly maxConnections: number;
  readonly timeouts: UpstreamTimeouts;
}

/** Idle connections are kept this long, in milliseconds, unless the provider says less. */
const KEEP_ALIVE_MS = 30_000;

export function openUpstream({ baseUrl, maxConnections, timeouts }: UpstreamOptions): Upstream {
  const url = new URL(baseUrl);
  return {
    address: url.hostname,
    port: url.port === '' ? defaultPort(url) : Number(url.port),
    pool: new Pool(url.origin, {
      connections: maxConnections,
      connect: { timeout: timeouts.connect_ms },
      // The first token and the whole answer have timers of their own.
      headersTimeout: 0,
      bodyTimeout: timeouts.idle_ms,
      keepAliveTimeout: KEEP_ALIVE_MS,
    }),
    timeouts,
    basePath: url.pathname.replace(/\/+$/, ''),
  };
}

function defaultPort({ protocol }: URL): number {
  return protocol === 'https:' ? 443 : 80;
}
