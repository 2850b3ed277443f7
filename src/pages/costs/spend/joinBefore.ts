import type { UsageGrouping } from '@llm-gateway/catalogue';
import { valueOf, type Usage, type UsageGroup } from './askBreakdown';

export interface BreakdownRow {
  readonly group: UsageGroup;
  /** In nano-dollars, of the period that is compared with. Undefined where it is not known. */
  readonly costBefore?: number;
}

/** Each value's cost beside what it was before; also those that have none any more, whose costs are in the totals. */
export function joinBefore(now: Usage, before: Usage | undefined, by: UsageGrouping): BreakdownRow[] {
  if (!before) {
    return now.groups.map((group) => ({ group }));
  }
  const costs = new Map(before.groups.map((group) => [valueOf(group, by), group.cost_nano_usd ?? 0]));
  const nowHas = new Set(now.groups.map((group) => valueOf(group, by)));
  // Of a list that was cut short, who is not in it may have had costs all the same.
  const missing = isWhole(before) ? 0 : undefined;
  const gone = isWhole(now) ? before.groups.filter((group) => !nowHas.has(valueOf(group, by))) : [];
  return [
    ...now.groups.map((group) => ({ group, costBefore: costs.get(valueOf(group, by)) ?? missing })),
    ...gone.map((group) => ({ group: emptied(group, by), costBefore: group.cost_nano_usd ?? 0 })),
  ];
}

function isWhole({ groups, group_count: count = groups.length }: Usage): boolean {
  return count <= groups.length;
}

/** The value alone: its figures are of another time. */
function emptied(group: UsageGroup, by: UsageGrouping): UsageGroup {
  return { [by]: (group as Record<string, unknown>)[by] } as UsageGroup;
}
