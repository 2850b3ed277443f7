import { Breaker, type BreakerSettings, type BreakerTransition } from './breaker.js';
import type { Deployment } from './deployment.js';
import { type Headroom, shareLeft } from './headroom.js';
import type { Candidate } from './strategies/strategy.js';

/** Weight of the newest time to first token in its moving average. */
const EWMA_WEIGHT = 0.2;

/** What the gateway knows of a deployment from having called it. */
export class DeploymentState {
  readonly breaker: Breaker;
  active = 0;
  private firstTokenMs: number | undefined;
  private reported: Headroom | undefined;
  private coolUntil = 0;

  constructor(
    readonly deployment: Deployment,
    settings: BreakerSettings,
    onTransition: BreakerTransition,
    now: number
  ) {
    this.breaker = new Breaker(settings, onTransition, now);
  }

  get headroom(): Headroom | undefined {
    return this.reported;
  }

  candidate(): Candidate {
    return {
      deployment: this.deployment,
      active: this.active,
      firstTokenMs: this.firstTokenMs,
      headroom: this.reported && shareLeft(this.reported),
    };
  }

  /** Epoch milliseconds from which it may be called, as far as its provider asked for a pause. */
  get readyAt(): number {
    return this.coolUntil;
  }

  coolDown(until: number): void {
    this.coolUntil = Math.max(this.coolUntil, until);
  }

  observeFirstToken(milliseconds: number): void {
    this.firstTokenMs =
      this.firstTokenMs === undefined
        ? milliseconds
        : this.firstTokenMs + EWMA_WEIGHT * (milliseconds - this.firstTokenMs);
  }

  report(headroom: Headroom | undefined): void {
    this.reported = headroom ?? this.reported;
  }
}
