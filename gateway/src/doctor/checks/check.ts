import type { Finding } from '../finding.js';
import type { GatewayStatus } from '../gatewayStatus.js';
import type { Settings } from '../settings.js';

/** What the first look at the gateway found, for the checks that go on from it. */
export interface Known {
  readonly settings: Settings;
  /** Undefined where no token opens it. */
  readonly status: GatewayStatus | undefined;
}

/** Finds out about one part. Errors that it throws are failures of that part. */
export type Check = (known: Known) => Promise<readonly Finding[]>;
