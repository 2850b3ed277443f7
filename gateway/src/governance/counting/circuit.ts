import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface CircuitParts {
  /** Succeeds when Redis can be used again; called until it does. */
  readonly probe: () => Promise<void>;
  readonly onUp: () => void;
  readonly onDown: () => void;
  /** Redis stops answering, with the reason, or answers again. */
  readonly onAvailability?: ((available: boolean, reason?: string) => void) | undefined;
  /** The connection may be dead though nobody has closed it. */
  readonly reconnect: () => void;
  readonly log: Logger;
}

const PROBE_MS = 500;
const POLL_MS = 5;
/** Probes in vain after which another connection may do better. */
const PATIENCE = 10;

/** Whether Redis answers. Once it does not, nobody waits for it until a probe has succeeded. */
export class Circuit {
  state: 'up' | 'down' = 'down';
  /** Calls that failed or took too long. */
  errors = 0;
  private timer: NodeJS.Timeout | undefined;
  private probing = false;
  private closed = false;
  private told = false;
  private inVain = 0;

  constructor(private readonly parts: CircuitParts) {}

  /** A call has failed. */
  readonly trip = (error: unknown): void => {
    if (this.closed) {
      return;
    }
    this.errors++;
    if (this.state === 'up') {
      this.state = 'down';
      this.parts.onDown();
    }
    if (!this.told) {
      this.told = true;
      this.parts.onAvailability?.(false, (error as Error).message);
      this.parts.log.error({ err: error }, 'Redis is down: limits and budgets are kept as governance.redis_down says');
    }
    this.timer ??= setInterval(this.probe, PROBE_MS).unref();
  };

  readonly probe = (): void => {
    if (this.state === 'up' || this.probing || this.closed) {
      return;
    }
    this.probing = true;
    this.parts
      .probe()
      .then(this.up, (error: unknown) => {
        this.trip(error);
        this.inVain = (this.inVain + 1) % PATIENCE;
        if (this.inVain === 0) {
          this.parts.reconnect();
        }
      })
      .finally(() => {
        this.probing = false;
      });
  };

  /** The connection is gone; what was sent on it may not have arrived. */
  readonly lost = (): void => {
    if (this.state === 'up') {
      this.trip(new Error('the connection to Redis was closed'));
    }
  };

  /** Resolves once Redis answers, or once it has not for so long. */
  async settled(timeoutMs: number): Promise<void> {
    for (const end = performance.now() + timeoutMs; this.state === 'down'; await sleep(POLL_MS)) {
      if (performance.now() > end) {
        this.trip(new Error(`Redis has not answered for ${timeoutMs} ms`));
        return;
      }
    }
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
  }

  private readonly up = (): void => {
    clearInterval(this.timer);
    this.timer = undefined;
    this.inVain = 0;
    if (this.told) {
      this.told = false;
      this.parts.onAvailability?.(true);
      this.parts.log.info('Redis answers again: limits and budgets are shared with other replicas');
    }
    this.state = 'up';
    this.parts.onUp();
  };
}
