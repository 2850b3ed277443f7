import type { GatewayError } from '../errors/gatewayError.js';
import { type BackoffSettings, backoff } from './backoff.js';
import type { DeploymentState } from './deploymentState.js';
import type { Fallbacks } from './deployment.js';
import { type FailedTry, exhausted } from './exhausted.js';
import type { RoutedGroup } from './routedGroup.js';
import { stickyOrder } from './sticky.js';
import { STRATEGIES } from './strategies/index.js';
import { fallbackKind, isFinal } from './verdict.js';

export interface RetrySettings extends BackoffSettings {
  /** Most calls to providers for one request, fallbacks included. */
  readonly max_attempts: number;
  /** Time in which new calls may begin, in milliseconds from the start of the request. */
  readonly deadline_ms: number;
  /** A longer pause than this is not waited for but passed on to the client, in milliseconds. */
  readonly max_retry_after_ms: number;
}

/** What to do next for a request. */
export type Step =
  | { readonly kind: 'call'; readonly state: DeploymentState; readonly model: string }
  | { readonly kind: 'wait'; readonly ms: number }
  /** Everything that could answer has as many calls as it may have: wait for one to end. */
  | { readonly kind: 'queue' }
  | { readonly kind: 'give_up'; readonly error: GatewayError };

export interface RoutePlanOptions {
  readonly group: RoutedGroup;
  readonly groups: ReadonlyMap<string, RoutedGroup>;
  readonly settings: RetrySettings;
  /** Keeps the first choice on one deployment; undefined lets the strategy choose. */
  readonly stickyKey: string | undefined;
  /** Whether other models may answer. */
  readonly fallbacks: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly random: () => number;
}

/**
 * The way of one request through deployments: each of the model's own once, then the fallbacks', then, after a pause,
 * again. It only decides; time and failures are handed in.
 */
export class RoutePlan {
  private readonly failed: FailedTry[] = [];
  private readonly ruledOut: FailedTry[] = [];
  private readonly tried = new Set<DeploymentState>();
  private readonly chain: RoutedGroup[];
  private readonly offered = new Set<string>();
  /** Models that cannot take this request, whichever deployment of theirs is asked. */
  private readonly unfit = new Set<RoutedGroup>();
  /** Deployments that do not have their model: asking again gets the same answer. */
  private readonly without = new Set<DeploymentState>();
  private called: DeploymentState | undefined;
  private cursor = 0;
  private rounds = 0;

  constructor(private readonly options: RoutePlanOptions) {
    this.chain = [options.group];
    this.offered.add(options.group.name);
  }

  /** @param failure how the call of the last step failed; undefined at the first step and after a wait */
  next(failure: GatewayError | undefined, now: number): Step {
    if (failure !== undefined) {
      this.failed.push({ deployment: this.called?.deployment.id ?? '', error: failure });
      if (failure.type === 'not_found_error' && this.called !== undefined) {
        this.without.add(this.called);
      }
      if (isFinal(failure.type)) {
        return { kind: 'give_up', error: failure };
      }
      const kind = fallbackKind(failure.type);
      if (kind !== 'error') {
        this.unfit.add(this.current);
        if (!this.fallBack(kind)) {
          return { kind: 'give_up', error: failure };
        }
      }
    }
    const { settings, startedAt } = this.options;
    if (this.failed.length >= settings.max_attempts || now >= startedAt + settings.deadline_ms) {
      return this.giveUp(now);
    }
    return this.choose(now) ?? this.pause(now);
  }

  /** Takes the deployment of the last step out of this request's way: it was not called, and must not be. */
  ruleOut(reason: GatewayError): void {
    if (this.called !== undefined) {
      this.without.add(this.called);
      this.ruledOut.push({ deployment: this.called.deployment.id, error: reason });
    }
  }

  /** Whether a step now would be to queue, as everything that could answer is at its limit. */
  mustQueue(now: number): boolean {
    const { settings, startedAt } = this.options;
    const states = this.chain.flatMap((group) => this.usable(group));
    const why = states.map((state) => state.notReady(now)?.kind);
    return now < startedAt + settings.deadline_ms && !why.includes(undefined) && why.includes('busy');
  }

  private choose(now: number): Step | undefined {
    let busy = false;
    do {
      const group = this.current;
      const left = this.usable(group).filter((state) => !this.tried.has(state));
      const ready = left.filter((state) => state.notReady(now) === undefined);
      const [state] = this.order(group, ready);
      if (state !== undefined) {
        this.tried.add(state);
        this.called = state;
        return { kind: 'call', state, model: group.name };
      }
      busy ||= left.some((each) => each.notReady(now)?.kind === 'busy');
    } while (this.advance() || this.fallBack('error'));
    return busy ? this.startOver({ kind: 'queue' }) : undefined;
  }

  private usable(group: RoutedGroup): readonly DeploymentState[] {
    return this.unfit.has(group)
      ? []
      : group.states.filter((state) => state.deployment.weight > 0 && !this.without.has(state));
  }

  private order(group: RoutedGroup, ready: readonly DeploymentState[]): readonly DeploymentState[] {
    const { stickyKey, random } = this.options;
    const order = stickyKey === undefined ? STRATEGIES[group.strategy](ready, random) : stickyOrder(ready, stickyKey);
    return order as readonly DeploymentState[];
  }

  /** Waits for the first that may be called again, if that is soon enough. */
  private pause(now: number): Step {
    const { settings, startedAt, random } = this.options;
    const waits = this.chain
      .flatMap((group) => this.usable(group))
      .flatMap((state) => {
        const notReady = state.notReady(now);
        const mayWait = notReady === undefined || notReady.kind === 'busy' || notReady.until !== undefined;
        return mayWait ? [Math.max(0, (notReady?.until ?? now) - now)] : [];
      });
    const shortest = Math.min(...waits);
    if (shortest > settings.max_retry_after_ms) {
      return this.giveUp(now);
    }
    const ms = backoff(++this.rounds, settings, shortest, random);
    return now + ms >= startedAt + settings.deadline_ms ? this.giveUp(now) : this.startOver({ kind: 'wait', ms });
  }

  private startOver(step: Step): Step {
    this.tried.clear();
    this.cursor = 0;
    return step;
  }

  private giveUp(now: number): Step {
    return {
      kind: 'give_up',
      error: exhausted(this.options.group, this.chain, [...this.failed, ...this.ruledOut], now),
    };
  }

  private get current(): RoutedGroup {
    return this.chain[this.cursor] as RoutedGroup;
  }

  private advance(): boolean {
    if (this.cursor + 1 >= this.chain.length) {
      return false;
    }
    this.cursor++;
    return true;
  }

  /** Goes on to the fallbacks of the model asked for, for this kind of failure; false when there are none (left). */
  private fallBack(kind: keyof Fallbacks): boolean {
    const { group, groups, fallbacks } = this.options;
    const more = fallbacks ? group.fallbacks[kind].flatMap((name) => groups.get(name) ?? []) : [];
    const fresh = more.filter(({ name }) => !this.offered.has(name));
    fresh.forEach(({ name }) => this.offered.add(name));
    this.chain.push(...fresh);
    return fresh.length > 0 ? this.skipTo(fresh[0] as RoutedGroup) : kind !== 'error' && this.advance();
  }

  private skipTo(group: RoutedGroup): boolean {
    this.cursor = this.chain.indexOf(group);
    return true;
  }
}
