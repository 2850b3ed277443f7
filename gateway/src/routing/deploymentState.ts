import type { IncomingHttpHeaders } from 'node:http';

import type { GatewayError } from '../errors/gatewayError.js';
import type { Breaker } from './breaker.js';
import type { Deployment } from './deployment.js';
import { type Headroom, readHeadroom, shareLeft } from './headroom.js';
import type { ProviderGate } from './providerGate.js';
import type { Candidate } from './strategies/strategy.js';
import { saysOfDeployment } from './verdict.js';

/** Weight of the newest time to first token in its moving average. */
const EWMA_WEIGHT = 0.2;

/** Why a deployment cannot be called now. */
export interface NotReady {
  readonly kind: 'credential' | 'cooling' | 'breaker' | 'busy';
  readonly reason: string;
  /** Epoch milliseconds from which it can; undefined when that cannot be told. */
  readonly until: number | undefined;
}

/** How a call went, as far as the deployment is concerned. */
export interface CallReport {
  /** `aborted` when the client left: it says nothing about the deployment. */
  readonly failure: GatewayError | 'aborted' | undefined;
  /** Milliseconds from the call to the first token of a stream, or to the end of a whole answer. */
  readonly firstTokenMs: number | undefined;
  /** Headers of the provider's answer, where there was one. */
  readonly headers: IncomingHttpHeaders | undefined;
}

/** What the gateway knows of a deployment from having called it. Times are epoch milliseconds. */
export class DeploymentState implements Candidate {
  active = 0;
  firstTokenMs: number | undefined;
  reported: Headroom | undefined;
  private coolUntil = 0;

  constructor(
    readonly deployment: Deployment,
    readonly breaker: Breaker,
    readonly gate: ProviderGate,
    private readonly onReleased: () => void
  ) {}

  get headroom(): number | undefined {
    return this.reported && shareLeft(this.reported);
  }

  /** Why it cannot be called now; undefined when it can. */
  notReady(now: number): NotReady | undefined {
    const { maxConcurrent } = this.deployment;
    if (this.gate.refusedSince(now) !== undefined) {
      return {
        kind: 'credential',
        reason: 'its provider refuses the gateway’s credential, or has no quota left for it',
        until: undefined,
      };
    }
    if (!this.breaker.allows(now)) {
      return { kind: 'breaker', reason: `its circuit breaker is open: ${this.breaker.reason}`, until: undefined };
    }
    if (now < this.coolUntil) {
      return { kind: 'cooling', reason: 'its provider asked for a pause', until: this.coolUntil };
    }
    if (maxConcurrent !== undefined && this.active >= maxConcurrent) {
      return { kind: 'busy', reason: `it has ${maxConcurrent} calls under way, its limit`, until: undefined };
    }
    return undefined;
  }

  /** A call begins. @returns what to call once, when it has ended. */
  begin(now: number): (report: CallReport, at: number) => void {
    this.active++;
    const endBreaker = this.breaker.begin(now);
    return (report, at) => {
      this.active--;
      const { failure } = report;
      endBreaker(failure === 'aborted' ? undefined : saysOfDeployment(failure?.type), at);
      this.learn(report, at);
      this.onReleased();
    };
  }

  private learn({ failure, firstTokenMs, headers }: CallReport, at: number): void {
    if (headers !== undefined) {
      this.reported = readHeadroom(headers) ?? this.reported;
    }
    if (failure === undefined) {
      this.gate.accept();
      this.observe(firstTokenMs);
    } else if (failure !== 'aborted') {
      // Out of quota is a refused credential in all but name: asking again at once changes nothing.
      if (failure.type === 'provider_authentication_error' || failure.type === 'insufficient_quota') {
        this.gate.refuse(at);
      }
      if (failure.retryAfterSeconds !== undefined) {
        this.coolUntil = Math.max(this.coolUntil, at + failure.retryAfterSeconds * 1000);
      }
    }
  }

  /** Takes over what was known of the same deployment under an earlier configuration. */
  carryOn(before: DeploymentState): void {
    this.firstTokenMs = before.firstTokenMs;
    this.reported = before.reported;
    this.coolUntil = before.coolUntil;
  }

  private observe(firstTokenMs: number | undefined): void {
    if (firstTokenMs !== undefined) {
      const before = this.firstTokenMs ?? firstTokenMs;
      this.firstTokenMs = before + EWMA_WEIGHT * (firstTokenMs - before);
    }
  }
}
