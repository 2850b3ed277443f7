import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import { filterParameters } from '../scope/costScope';
import type { BudgetWindow } from './budgetWindow';
import type { Step } from './burnDown';
import { subjectFilter, type BudgetRow } from './standings';

const HOUR_MS = 3_600_000;
/** Up to here in hours, beyond in days. */
const HOURS_UP_TO = 8 * 24 * HOUR_MS;

/** What a budget's subject used in the budget's time until now, hour by hour or day by day. */
export async function askBurnDown(
  api: GatewayApi,
  { budget, standing }: BudgetRow,
  { start, end }: BudgetWindow,
  now: number
): Promise<Step[]> {
  const byHour = end - start <= HOURS_UP_TO;
  const { groups } = await api.get('/usage', {
    query: {
      from: String(start),
      to: String(now),
      bucket: byHour ? '1h' : '1d',
      timezone: budget.timezone ?? 'UTC',
      measures: 'cost_usd,total_tokens',
      ...filterParameters([subjectFilter(standing)]),
    },
  });
  const amounts = groups.map((group) => ({
    time: Date.parse(group.time ?? ''),
    amount: (standing.unit === 'usd' ? group.cost_nano_usd : group.total_tokens) ?? 0,
  }));
  // A step ends where the next one begins, so that a line falls when it was spent; the last one ends now.
  return amounts.map(({ time, amount }) => ({ end: Math.min(time + (byHour ? HOUR_MS : 24 * HOUR_MS), now), amount }));
}
