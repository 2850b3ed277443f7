import type { BudgetStanding } from '../../../governance/budgetStanding.js';

const MOST_SHOWN = 100;
const NANO_PER_USD = 1e9;

/** Standings of a budget as they are answered, the nearest to their limit first. */
export function standingAnswers(standings: readonly BudgetStanding[]): readonly object[] {
  const byShare = [...standings].sort((a, b) => taken(b) / b.limit - taken(a) / a.limit);
  return byShare.slice(0, MOST_SHOWN).map((standing) => {
    const { subject, unit, limit, used, reserved, resetsAt } = standing;
    const amount = (integer: number): number => (unit === 'usd' ? integer / NANO_PER_USD : integer);
    return {
      subject,
      unit,
      limit: amount(limit),
      used: amount(used),
      reserved: amount(reserved),
      remaining: amount(Math.max(0, limit - taken(standing))),
      resets_at: new Date(resetsAt).toISOString(),
    };
  });
}

function taken({ used, reserved }: BudgetStanding): number {
  return used + reserved;
}
