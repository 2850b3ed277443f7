import type { AdminQuestion } from '../../../scenes/queries/AdminData';

/** What each cost in the page's time range, in US dollars, from the ledger; what is not in it cost nothing. */
export async function askCosts(
  { api, range }: AdminQuestion,
  by: 'provider' | 'deployment',
  filters: Readonly<Record<string, string>> = {}
): Promise<Map<string, number>> {
  const { groups } = await api.get('/usage', {
    query: {
      from: String(range.from.valueOf()),
      to: String(range.to.valueOf()),
      group_by: by,
      measures: 'cost_usd',
      limit: 1_000,
      ...filters,
    },
  });
  return new Map(groups.map((group) => [String((group as Record<string, unknown>)[by]), group.cost_usd ?? 0]));
}
