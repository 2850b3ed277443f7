import type { Config } from '../config/schema.js';
import { createProviders } from '../providers/createProviders.js';
import type { Provider } from '../providers/provider.js';
import { createGroups } from '../routing/createGroups.js';
import type { ModelGroup } from '../routing/deployment.js';
import type { RoutingEvents } from '../routing/events.js';
import { Router } from '../routing/router.js';

/** Everything that a new configuration replaces while the gateway runs. */
export interface Runtime {
  readonly config: Config;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly groups: ReadonlyMap<string, ModelGroup>;
  readonly router: Router;
}

export interface RuntimeParts {
  readonly events: RoutingEvents;
  readonly simulatorOrigin: string | undefined;
  /** What is carried on from: connections and circuit breakers of providers that did not change. */
  readonly previous: Runtime | undefined;
}

export function createRuntime(config: Config, parts: RuntimeParts): Runtime {
  const { previous, events, simulatorOrigin } = parts;
  const providers = createProviders(config, simulatorOrigin, previous);
  const groups = createGroups(config, providers);
  return {
    config,
    providers,
    groups,
    router: new Router(groups.values(), config.routing, events, previous?.router),
  };
}

/** Those that are called, and checked whether they are well. */
export function enabledProviders({ config, providers }: Runtime): readonly Provider[] {
  return config.providers.flatMap(({ name, enabled }) => (enabled ? (providers.get(name) ?? []) : []));
}

/** Closes the connections that only a retired runtime had. Requests under way on them are answered first. */
export async function closeRuntime(retired: Runtime, stillUsed: readonly Runtime[] = []): Promise<void> {
  const kept = new Set(stillUsed.flatMap(({ providers }) => [...providers.values()]));
  const dropped = [...retired.providers.values()].filter((provider) => !kept.has(provider));
  await Promise.all(dropped.map(({ upstream }) => upstream.pool.close()));
}
