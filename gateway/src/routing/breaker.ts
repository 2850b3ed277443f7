export type BreakerState = 'closed' | 'open' | 'half_open';

export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly consecutive_failures: number;
  /** Share of failures within the window that opens it, 0 to 1, once `min_requests` have been seen there. */
  readonly error_rate: number;
  readonly min_requests: number;
  /** Length of the window, in milliseconds. */
  readonly window_ms: number;
  /** How long it stays open before calls are tried again, in milliseconds. */
  readonly open_ms: number;
  /** Calls let through at a time while half open. */
  readonly probes: number;
}

/** @param followed whether it only follows another replica's breaker */
export type BreakerTransition = (
  from: BreakerState,
  to: BreakerState,
  reason: string,
  at: number,
  followed: boolean
) => void;

/** Slices of the sliding window; a result leaves it at most one slice late. */
const SLICES = 10;

/**
 * Keeps calls from a deployment that fails: closed lets all through, open none, half open a few to see if it is back.
 * Times are epoch milliseconds, handed in so that it can be tested without waiting.
 */
export class Breaker {
  private current: BreakerState = 'closed';
  private changedAt: number;
  private inARow = 0;
  private probing = 0;
  /** Why it is in the state it is in. */
  reason = 'new';
  private readonly slices: Array<{ index: number; calls: number; failures: number }> = [];

  constructor(
    private readonly settings: BreakerSettings,
    private readonly onTransition: BreakerTransition,
    now: number
  ) {
    this.changedAt = now;
  }

  /** `half_open` from the moment on at which a call would be let through again. */
  state(now: number): BreakerState {
    return this.current === 'open' && now >= this.changedAt + this.settings.open_ms ? 'half_open' : this.current;
  }

  get since(): number {
    return this.changedAt;
  }

  /** Whether a call may be made now. Does not take a probe's place: `begin` does. */
  allows(now: number): boolean {
    const state = this.state(now);
    return state === 'closed' || (state === 'half_open' && this.probing < this.settings.probes);
  }

  /** A call begins. @returns what to call once with how it ended; undefined says nothing about the deployment. */
  begin(now: number): (succeeded: boolean | undefined, at: number) => void {
    const probe = this.state(now) === 'half_open';
    if (probe) {
      if (this.current === 'open') {
        this.change('half_open', 'time to try again', now);
      }
      this.probing++;
    }
    return (succeeded, at) => {
      if (probe) {
        this.probing--;
      }
      if (succeeded !== undefined) {
        this.record(succeeded, probe, at);
      }
    };
  }

  private record(succeeded: boolean, probe: boolean, at: number): void {
    this.inARow = succeeded ? 0 : this.inARow + 1;
    this.count(succeeded, at);
    if (this.current === 'half_open') {
      if (!probe) {
        return; // It began before the breaker opened: it says how things were then.
      }
      this.change(succeeded ? 'closed' : 'open', succeeded ? 'a probe succeeded' : 'a probe failed', at);
    } else if (this.current === 'closed' && !succeeded) {
      const reason = this.reasonToOpen(at);
      if (reason !== undefined) {
        this.change('open', reason, at);
      }
    }
  }

  private reasonToOpen(at: number): string | undefined {
    const { consecutive_failures: limit, error_rate: rate, min_requests: minimum } = this.settings;
    if (this.inARow >= limit) {
      return `${this.inARow} failures in a row`;
    }
    const recent = this.recent(at);
    const calls = recent.reduce((sum, slice) => sum + slice.calls, 0);
    const failures = recent.reduce((sum, slice) => sum + slice.failures, 0);
    return calls >= minimum && failures / calls >= rate ? `${failures} of ${calls} calls failed` : undefined;
  }

  private count(succeeded: boolean, at: number): void {
    const index = Math.floor(at / (this.settings.window_ms / SLICES));
    let slice = this.slices.at(-1);
    if (slice?.index !== index) {
      slice = { index, calls: 0, failures: 0 };
      this.slices.push(slice);
      this.slices.splice(0, this.slices.length - SLICES);
    }
    slice.calls++;
    slice.failures += succeeded ? 0 : 1;
  }

  private recent(at: number) {
    const oldest = Math.floor(at / (this.settings.window_ms / SLICES)) - SLICES;
    return this.slices.filter(({ index }) => index > oldest);
  }

  /** Does what another replica's breaker did. */
  follow(to: 'open' | 'closed', reason: string, at: number): void {
    if (this.current !== to) {
      this.change(to, reason, at, true);
    }
  }

  private change(to: BreakerState, reason: string, at: number, followed = false): void {
    const from = this.current;
    this.current = to;
    this.changedAt = at;
    this.reason = reason;
    if (to === 'closed') {
      this.inARow = 0;
      this.slices.length = 0;
    }
    this.onTransition(from, to, reason, at, followed);
  }
}
