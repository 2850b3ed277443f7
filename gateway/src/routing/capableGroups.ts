import type { Operation } from '../operations/operation.js';
import { canServe } from './canServe.js';
import { notServed } from './notServed.js';
import type { RoutedGroup } from './routedGroup.js';

type Groups = ReadonlyMap<string, RoutedGroup>;
type Asked = Pick<Operation, 'name' | 'route' | 'surface'>;

/** The models with those of their deployments that can do an operation; made once for each operation. */
export class CapableGroups {
  private readonly made = new Map<string, Groups>();

  constructor(private readonly all: Groups) {}

  of(operation: Asked): Groups {
    const known = this.made.get(operation.name);
    if (known !== undefined) {
      return known;
    }
    const groups = new Map([...this.all].map(([name, group]) => [name, capable(group, operation)]));
    this.made.set(operation.name, groups);
    return groups;
  }

  /** @throws GatewayError 400 where neither the model nor one that it may fall back to can do it. */
  need({ name, fallbacks }: RoutedGroup, operation: Asked, mayFallBack: boolean): RoutedGroup {
    const groups = this.of(operation);
    const group = groups.get(name) as RoutedGroup;
    const others = mayFallBack ? fallbacks.error.flatMap((each) => groups.get(each)?.states ?? []) : [];
    if (group.states.length === 0 && others.length === 0) {
      const providers = this.all.get(name)?.states.map(({ deployment }) => deployment.provider) ?? [];
      throw notServed(name, operation, providers);
    }
    return group;
  }
}

function capable(group: RoutedGroup, operation: Asked): RoutedGroup {
  const states = group.states.filter(({ deployment }) => canServe(deployment.provider, operation));
  return states.length === group.states.length ? group : { ...group, states };
}
