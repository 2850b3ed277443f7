/** What a budget or a limit is on. */
export const SUBJECT_KINDS = ['key', 'team', 'user', 'tag', 'model', 'provider'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A subject of a rule; `*` as value means each one, with a counter of its own. Of a tag the value is `name=value`. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly value: string;
}

/** Whether it stands for each subject of its kind; of a tag, for each value. */
export function isEach({ kind, value }: Subject): boolean {
  return kind === 'tag' ? value.endsWith('=*') : value === '*';
}
