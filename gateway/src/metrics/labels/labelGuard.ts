import { LabelTable } from './labelTable.js';

/** Labels whose values come from outside: from the configuration, the admin API, tokens or requests. */
export const GUARDED_LABELS = [
  'model',
  'provider',
  'deployment',
  'team',
  'key',
  'rule',
  'budget',
  'limit',
  'subject',
  'severity',
] as const;
export type GuardedLabel = (typeof GUARDED_LABELS)[number];

export interface LabelGuardOptions {
  /** Most values of a label. */
  readonly maxValues: number;
  /** Whose names are shown hashed. */
  readonly hashNames: ReadonlyArray<'key' | 'team' | 'user'>;
}

/** Stands in front of every label that comes from outside, so that neither memory nor Prometheus is flooded. */
export type LabelGuard = Readonly<Record<GuardedLabel, LabelTable>> & {
  /** What stands for a subject of a budget or limit; it is not counted, as only so many are told of at a time. */
  readonly hashes: (kind: string) => boolean;
};

export function createLabelGuard({ maxValues, hashNames }: LabelGuardOptions): LabelGuard {
  const hashes = (kind: string): boolean => hashNames.some((each) => each === kind);
  const tables = Object.fromEntries(GUARDED_LABELS.map((label) => [label, new LabelTable(maxValues, hashes(label))]));
  return Object.assign(tables as Record<GuardedLabel, LabelTable>, { hashes });
}
