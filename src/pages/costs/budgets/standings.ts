import type { components } from '../../../api/gateway/adminApi';
import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import type { UsageFilter } from '../../../datasource/types';
import { toDimension } from '../scope/dimensions';

export type Budget = components['schemas']['Budget'];
export type Standing = NonNullable<Budget['standings']>[number];

/** A budget and where it stands for one of its subjects. */
export interface BudgetRow {
  /** Tells it from others, in the URL too. */
  readonly id: string;
  readonly budget: Budget;
  readonly standing: Standing;
}

/** Budgets that were used in their current time, the nearest to their limit first, and the others. */
export interface BudgetRows {
  readonly used: readonly BudgetRow[];
  readonly unused: readonly Budget[];
  /** When they stood so, in epoch milliseconds. */
  readonly at: number;
}

export async function askBudgets(api: GatewayApi): Promise<BudgetRows> {
  const budgets: Budget[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await api.get('/budgets', { query: { cursor } });
    budgets.push(...page.budgets);
    cursor = page.next_cursor;
  }
  const used = budgets.flatMap((budget) =>
    (budget.standings ?? []).map((standing) => ({ id: `${budget.name}:${standing.subject.value}`, budget, standing }))
  );
  return {
    used: used.sort((a, b) => shareUsed(b.standing) - shareUsed(a.standing)),
    unused: budgets.filter(({ standings = [] }) => standings.length === 0),
    at: Date.now(),
  };
}

/** What is reserved for requests under way counts as used: the gateway refuses by it. */
export function shareUsed({ used, reserved, limit }: Standing): number {
  return limit === 0 ? 1 : (used + reserved) / limit;
}

/** The requests that a budget counts for a subject. */
export function subjectFilter({ subject: { kind, value } }: Standing): UsageFilter {
  if (kind !== 'tag') {
    return { dimension: toDimension(kind), values: [value] };
  }
  const at = value.indexOf('=');
  return { dimension: `tag:${value.slice(0, at)}`, values: [value.slice(at + 1)] };
}
