import type { IncomingHttpHeaders } from 'node:http';

import { type ErrorType, GatewayError } from '../../gateway/src/errors/gatewayError.js';
import type { Provider } from '../../gateway/src/providers/provider.js';
import { Breaker } from '../../gateway/src/routing/breaker.js';
import type { Deployment, DisabledDeployment, Fallbacks } from '../../gateway/src/routing/deployment.js';
import { DeploymentState } from '../../gateway/src/routing/deploymentState.js';
import { ProviderGate } from '../../gateway/src/routing/providerGate.js';
import type { RoutedGroup } from '../../gateway/src/routing/routedGroup.js';
import { RoutePlan } from '../../gateway/src/routing/routePlan.js';
import type { RoutingSettings } from '../../gateway/src/routing/router.js';
import type { StrategyName } from '../../gateway/src/routing/strategies/names.js';
import type { Candidate, Strategy } from '../../gateway/src/routing/strategies/strategy.js';
import { seededRandom } from './random.js';

/** When the tests' time begins, in epoch milliseconds. */
export const NOW = Date.UTC(2026, 10, 2, 12);

export const SETTINGS: RoutingSettings = {
  max_attempts: 4,
  deadline_ms: 60_000,
  backoff_ms: 250,
  backoff_max_ms: 8_000,
  max_retry_after_ms: 10_000,
  credential_retry_ms: 30_000,
  max_queue: 10,
  queue_timeout_ms: 5_000,
  breaker: {
    consecutive_failures: 5,
    error_rate: 0.5,
    min_requests: 20,
    window_ms: 10_000,
    open_ms: 15_000,
    probes: 1,
  },
};

/** @param id `provider/model` */
export function deployment(id: string, overrides: Partial<Deployment> = {}): Deployment {
  const [provider = '', model = ''] = id.split('/');
  return {
    id,
    provider: { name: provider, type: 'openai', services: { chat: {} } } as unknown as Provider,
    model,
    weight: 1,
    maxConcurrent: undefined,
    price: () => undefined,
    ...overrides,
  };
}

export function candidate(
  id: string,
  { weight = 1, ...overrides }: Partial<Candidate> & { weight?: number } = {}
): Candidate {
  return {
    deployment: deployment(id, { weight }),
    active: 0,
    firstTokenMs: undefined,
    headroom: undefined,
    ...overrides,
  };
}

/** Share of each deployment among the first choices of a strategy. */
export function sharesOfFirst(
  strategy: Strategy,
  candidates: readonly Candidate[],
  random: () => number,
  draws = 10_000
): Record<string, number> {
  return shares(Array.from({ length: draws }, () => strategy(candidates, random)[0]?.deployment.id ?? 'none'));
}

export function shares(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  ids.forEach((id) => (counts[id] = (counts[id] ?? 0) + 1));
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, count / ids.length]));
}

const STATUS: Partial<Record<ErrorType, number>> = {
  rate_limit_error: 429,
  invalid_request_error: 400,
  context_window_exceeded: 400,
  content_policy_violation: 400,
  not_found_error: 404,
  internal_error: 500,
  upstream_error: 500,
  timeout: 504,
};

export function failure(type: ErrorType, retryAfterSeconds?: number): GatewayError {
  return new GatewayError(`a ${type}`, { status: STATUS[type] ?? 502, type, retryAfterSeconds });
}

export interface GroupSpec {
  readonly deployments: ReadonlyArray<string | Deployment>;
  readonly disabled?: readonly DisabledDeployment[];
  readonly strategy?: StrategyName;
  readonly fallbacks?: Partial<Fallbacks>;
}

/** How a call goes: undefined is well. */
export type Answer = GatewayError | 'aborted' | undefined;

export interface Story {
  /** `provider/model` for a call, `wait 250` for a pause. */
  readonly steps: readonly string[];
  readonly calls: readonly string[];
  readonly waited: number;
  readonly end: 'answered' | 'queue' | GatewayError;
}

/** Models, what is known of their deployments, and a clock that only calls and pauses move. */
export class RoutingWorld {
  now = NOW;
  readonly settings: RoutingSettings;
  readonly groups: ReadonlyMap<string, RoutedGroup>;
  private readonly gates = new Map<string, ProviderGate>();

  constructor(
    groups: Readonly<Record<string, GroupSpec>>,
    settings: Partial<RoutingSettings> = {},
    readonly random: () => number = seededRandom(1)
  ) {
    this.settings = { ...SETTINGS, ...settings };
    this.groups = new Map(
      Object.entries(groups).map(([name, { deployments, disabled = [], strategy = 'weighted', fallbacks }]) => [
        name,
        {
          name,
          strategy,
          fallbacks: { error: [], contextWindow: [], contentPolicy: [], ...fallbacks },
          states: deployments.map((each) => this.createState(typeof each === 'string' ? deployment(each) : each)),
          disabled,
        },
      ])
    );
  }

  state(id: string): DeploymentState {
    const states = [...this.groups.values()].flatMap((group) => group.states);
    const found = states.find((each) => each.deployment.id === id);
    if (found === undefined) {
      throw new Error(`no deployment ${id}`);
    }
    return found;
  }

  plan(model: string, options: { stickyKey?: string; fallbacks?: boolean } = {}): RoutePlan {
    return new RoutePlan({
      group: this.groups.get(model) as RoutedGroup,
      groups: this.groups,
      settings: this.settings,
      stickyKey: options.stickyKey,
      fallbacks: options.fallbacks ?? true,
      startedAt: this.now,
      random: this.random,
    });
  }

  /** One call from its beginning to its end. */
  call(id: string, answer?: Answer, { ms = 1, headers }: { ms?: number; headers?: IncomingHttpHeaders } = {}): void {
    const end = this.state(id).begin(this.now);
    this.now += ms;
    end({ failure: answer, firstTokenMs: ms, headers }, this.now);
  }

  /** Does what the plan says until it is answered, has to queue or gives up. */
  follow(plan: RoutePlan, answers: (id: string, call: number) => Answer, callMs = 1): Story {
    const steps: string[] = [];
    const calls: string[] = [];
    let waited = 0;
    let failed: GatewayError | undefined;
    for (let round = 0; round < 1_000; round++) {
      const step = plan.next(failed, this.now);
      failed = undefined;
      switch (step.kind) {
        case 'give_up':
          return { steps, calls, waited, end: step.error };
        case 'queue':
          return { steps, calls, waited, end: 'queue' };
        case 'wait':
          steps.push(`wait ${Math.round(step.ms)}`);
          waited += step.ms;
          this.now += step.ms;
          break;
        case 'call': {
          const { id } = step.state.deployment;
          steps.push(id);
          calls.push(id);
          const answer = answers(id, calls.length);
          this.call(id, answer, { ms: callMs });
          if (!(answer instanceof GatewayError)) {
            return { steps, calls, waited, end: 'answered' };
          }
          failed = answer;
        }
      }
    }
    throw new Error(`the plan does not end: ${steps.slice(0, 20).join(', ')} …`);
  }

  private createState(each: Deployment): DeploymentState {
    const { name } = each.provider;
    const gate = this.gates.get(name) ?? new ProviderGate(this.settings.credential_retry_ms, () => {});
    this.gates.set(name, gate);
    return new DeploymentState(each, new Breaker(this.settings.breaker, () => {}, this.now), gate, () => {});
  }
}
