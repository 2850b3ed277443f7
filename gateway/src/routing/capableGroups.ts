import type { Operation } from '../operations/operation.js';
import { canServe } from './canServe.js';
import type { Deployment } from './deployment.js';
import { modelDisabled } from './modelDisabled.js';
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

  /** @throws GatewayError 400 where neither the model nor one that it may fall back to can do it; 503 if one could. */
  need({ name, fallbacks }: RoutedGroup, operation: Asked, mayFallBack: boolean): RoutedGroup {
    const groups = this.of(operation);
    const group = groups.get(name) as RoutedGroup;
    const others = mayFallBack ? fallbacks.error.flatMap((each) => groups.get(each)?.states ?? []) : [];
    if (group.states.length === 0 && others.length === 0) {
      if (group.disabled.length > 0) {
        throw modelDisabled(name, group.disabled);
      }
      const { states, disabled } = this.all.get(name) as RoutedGroup;
      throw notServed(
        name,
        operation,
        [...states, ...disabled].map(({ deployment }) => deployment.provider)
      );
    }
    return group;
  }
}

function capable(group: RoutedGroup, operation: Asked): RoutedGroup {
  const can = ({ deployment }: { readonly deployment: Deployment }) => canServe(deployment.provider, operation);
  const [states, disabled] = [group.states.filter(can), group.disabled.filter(can)];
  const all = states.length === group.states.length && disabled.length === group.disabled.length;
  return all ? group : { ...group, states, disabled };
}
