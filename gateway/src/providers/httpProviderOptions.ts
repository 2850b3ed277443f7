import type { Upstream } from '../upstream/upstream.js';

export interface HttpProviderOptions<Config> {
  readonly config: Config;
  readonly upstream: Upstream;
  /** Whether a field of a request that it cannot honour is left out instead of refused. */
  readonly dropUnsupported: boolean;
}
