/** Whom a budget or a limit holds to something. */
export interface Subject {
  readonly kind: 'key' | 'team' | 'user';
  readonly name: string;
}

/** What a budget or a limit has of subjects. */
type Ruling = { readonly [Kind in Subject['kind']]?: string };

/** Whether a rule is on a subject: on it by name, or on each of its kind. */
export function isOn(rule: Ruling, { kind, name }: Subject): boolean {
  return rule[kind] === name || rule[kind] === '*';
}
