import type { Provider } from '../providers/provider.js';
import { upstreamFault } from '../upstream/fault.js';
import type { ProviderHealth } from './providerHealth.js';

/** Longest a provider may take to answer a check, in milliseconds. */
const TIMEOUT_MS = 5_000;

export interface HealthCheckParts {
  readonly providers: () => Iterable<Provider>;
  readonly health: ProviderHealth;
  /** Time between two checks of a provider, in milliseconds; 0 checks never. */
  readonly intervalMs: () => number;
}

/**
 * Asks each provider for something that costs nothing (its list of models), so that an outage shows before a request
 * runs into it, and its end without one. Providers without such a call are known by their requests alone.
 */
export class HealthChecks {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: HealthCheckParts) {}

  start(): void {
    const interval = this.parts.intervalMs();
    if (interval > 0) {
      this.timer = setTimeout(() => {
        void this.checkAll().then(() => this.start());
      }, interval);
      // A check alone is no reason to keep the process alive.
      this.timer.unref();
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  async checkAll(): Promise<void> {
    await Promise.all([...this.parts.providers()].map((provider) => this.check(provider)));
  }

  private async check({ name, upstream, healthCall }: Provider): Promise<void> {
    if (healthCall === undefined) {
      return;
    }
    try {
      const { statusCode, body } = await upstream.pool.request({
        method: 'GET',
        ...healthCall,
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
      });
      await body.dump();
      this.parts.health.observe(name, outcomeOf(statusCode), Date.now());
    } catch (error) {
      this.parts.health.observe(name, upstreamFault(name, error).type, Date.now());
    }
  }
}

/** A provider that says no to the list of models but answers is up; one that refuses our credential is of no use. */
function outcomeOf(status: number) {
  if (status === 401 || status === 402 || status === 403) {
    return 'provider_authentication_error';
  }
  return status >= 500 ? 'upstream_error' : 'success';
}
