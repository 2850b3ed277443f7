import { isDeepStrictEqual } from 'node:util';

import { GatewayError } from '../errors/gatewayError.js';
import type { Operation } from '../operations/operation.js';
import { Breaker, type BreakerSettings } from './breaker.js';
import { CapableGroups } from './capableGroups.js';
import type { Deployment, ModelGroup } from './deployment.js';
import { DeploymentState } from './deploymentState.js';
import type { RoutingEvents } from './events.js';
import { ProviderGate } from './providerGate.js';
import { type RetrySettings, RoutePlan } from './routePlan.js';
import type { RoutedGroup } from './routedGroup.js';
import { WaitingRoom } from './waitingRoom.js';

export interface RoutingSettings extends RetrySettings {
  readonly breaker: BreakerSettings;
  /** How long a refused credential is left alone, in milliseconds. */
  readonly credential_retry_ms: number;
  readonly max_queue: number;
  /** Longest wait in the queue, in milliseconds. */
  readonly queue_timeout_ms: number;
}

export interface RouteRequest {
  readonly model: string;
  readonly key: string;
  readonly user: string | undefined;
  /** Whether other models may answer. */
  readonly fallbacks: boolean;
  /** What deployments must be able to do. */
  readonly operation: Pick<Operation, 'name' | 'route' | 'surface'>;
}

/** Knows every deployment's state and plans the way of each request through them. */
export class Router {
  readonly waitingRoom: WaitingRoom;
  private readonly groups: ReadonlyMap<string, RoutedGroup & Pick<ModelGroup, 'sticky'>>;
  private readonly capable: CapableGroups;

  constructor(
    groups: Iterable<ModelGroup>,
    private readonly settings: RoutingSettings,
    private readonly events: RoutingEvents,
    previous?: Router
  ) {
    this.waitingRoom = new WaitingRoom(settings.max_queue, settings.queue_timeout_ms);
    const gates = new Map<string, ProviderGate>();
    const gateOf = (provider: string): ProviderGate => {
      const gate = gates.get(provider) ?? this.createGate(provider);
      gates.set(provider, gate);
      return gate;
    };
    this.groups = new Map(
      [...groups].map(({ deployments, ...group }) => [
        group.name,
        {
          ...group,
          states: deployments.map((each) => this.createState(each, gateOf(each.provider.name), previous)),
        },
      ])
    );
    this.capable = new CapableGroups(this.groups);
  }

  has(model: string): boolean {
    return this.groups.has(model);
  }

  /** All that may answer for a model: its own deployments, and those of the models it may fall back to. */
  deploymentsFor(model: string): { readonly own: readonly Deployment[]; readonly fallbacks: readonly Deployment[] } {
    const group = this.groups.get(model);
    if (group === undefined) {
      return { own: [], fallbacks: [] };
    }
    const { error, contextWindow, contentPolicy } = group.fallbacks;
    const others = [...error, ...contextWindow, ...contentPolicy].flatMap((name) => this.groups.get(name) ?? []);
    const deploymentsOf = ({ states }: RoutedGroup) => states.map(({ deployment }) => deployment);
    return { own: deploymentsOf(group), fallbacks: others.flatMap(deploymentsOf) };
  }

  get states(): readonly DeploymentState[] {
    return [...this.groups.values()].flatMap(({ states }) => states);
  }

  /** @throws GatewayError 404 for a model that is not configured, 400 for one that cannot do what is asked. */
  plan({ model, key, user, fallbacks, operation }: RouteRequest): RoutePlan {
    const group = this.groups.get(model);
    if (group === undefined) {
      throw new GatewayError(`The model "${model}" does not exist here. GET /v1/models lists those that do.`, {
        status: 404,
        type: 'not_found_error',
        code: 'model_not_found',
        param: 'model',
      });
    }
    const stickyKey = group.sticky === 'none' ? undefined : group.sticky === 'user' ? (user ?? key) : key;
    const groups = this.capable.of(operation);
    return new RoutePlan({
      group: this.capable.need(group, operation, fallbacks),
      groups,
      settings: this.settings,
      stickyKey,
      fallbacks,
      startedAt: Date.now(),
      random: Math.random,
    });
  }

  /** What is known of a deployment is carried on as long as its provider is the same. */
  private createState(deployment: Deployment, gate: ProviderGate, previous: Router | undefined): DeploymentState {
    const before = previous?.states.find((state) => state.deployment.id === deployment.id);
    const carriesOn =
      before?.deployment.provider === deployment.provider &&
      isDeepStrictEqual(previous?.settings.breaker, this.settings.breaker);
    const breaker = carriesOn && before !== undefined ? before.breaker : this.createBreaker(deployment);
    const state = new DeploymentState(deployment, breaker, gate, () => this.waitingRoom.callNext());
    if (carriesOn && before !== undefined) {
      state.carryOn(before);
    }
    return state;
  }

  private createBreaker(deployment: Deployment): Breaker {
    const provider = deployment.provider.name;
    return new Breaker(
      this.settings.breaker,
      (from, to, reason, time, followed) =>
        this.events.record({ time, type: 'breaker', provider, deployment: deployment.id, from, to, reason, followed }),
      Date.now()
    );
  }

  private createGate(provider: string): ProviderGate {
    return new ProviderGate(this.settings.credential_retry_ms, (time) =>
      this.events.record({
        time,
        type: 'credential_refused',
        provider,
        deployment: undefined,
        from: undefined,
        to: 'refused',
        reason: 'the provider answered 401, 402 or 403',
        followed: false,
      })
    );
  }
}
