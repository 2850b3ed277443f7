import { CurrentSubjects } from './currentSubjects.js';
import { LabelTable } from './labelTable.js';

/** Labels whose values come from outside: from the configuration, the admin API, tokens or requests. */
const TABLES = ['model', 'provider', 'deployment', 'team', 'key', 'rule', 'budget', 'limit', 'severity'] as const;
type TableLabel = (typeof TABLES)[number];

export const GUARDED_LABELS = [...TABLES, 'subject'] as const;

export interface LabelGuardOptions {
  /** Most values of a label. */
  readonly maxValues: number;
  /** Whose names are shown hashed. */
  readonly hashNames: ReadonlyArray<'key' | 'team' | 'user'>;
}

/** Stands in front of every label that comes from outside, so that neither memory nor Prometheus is flooded. */
export type LabelGuard = Readonly<Record<TableLabel, LabelTable>> & { readonly subject: CurrentSubjects };

export function createLabelGuard({ maxValues, hashNames }: LabelGuardOptions): LabelGuard {
  const hashes = (kind: string): boolean => hashNames.some((each) => each === kind);
  const tables = Object.fromEntries(TABLES.map((label) => [label, new LabelTable(maxValues, hashes(label))]));
  return { ...(tables as Record<TableLabel, LabelTable>), subject: new CurrentSubjects(maxValues, hashes) };
}
