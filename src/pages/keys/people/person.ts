import type { Key, Team, User } from '../../../api/gateway/objects';

export type PersonKind = 'team' | 'user';

/** A team or a user: one that is managed, or one that keys only name. */
export interface Person {
  readonly name: string;
  readonly kind: PersonKind;
  /** Nothing where it is only named. */
  readonly managed?: Team & User;
  readonly keys: number;
}

/** Those that are managed and those that keys only name, by name. */
export function people(kind: PersonKind, managed: ReadonlyArray<Team & User>, keys: readonly Key[]): Person[] {
  const counted = new Map<string, number>();
  for (const key of keys) {
    const name = key[kind];
    if (name !== undefined) {
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
  }
  const byName = new Map(managed.map((each) => [each.name, each]));
  return [...new Set([...byName.keys(), ...counted.keys()])]
    .sort((a, b) => a.localeCompare(b))
    .map((name) => ({ name, kind, managed: byName.get(name), keys: counted.get(name) ?? 0 }));
}
