import type { BudgetReader, BudgetStanding } from '../../../governance/budgetStanding.js';
import type { LimitReader, LimitStanding } from '../../../governance/limitStandings.js';

const MOST_SHOWN = 100;
const NANO_PER_USD = 1e9;

/** Where a rule stands for one subject. */
interface Standing {
  /** Name of the rule. */
  readonly rule: string;
  /** Of what it allows, 0 to 1 and more. */
  readonly share: number;
  readonly answer: object;
}

/** What answers about rules say of where they stand, by their names. */
type Standings = ReadonlyMap<string, { readonly standings: readonly object[] }>;

/** None while they cannot be told: budgets can be managed all the same. */
export async function budgetStandings(read: BudgetReader): Promise<Standings> {
  return byRule((await read().catch(() => [])).map(ofBudget));
}

export async function limitStandings(read: LimitReader): Promise<Standings> {
  return byRule((await read().catch(() => [])).map(ofLimit));
}

/** The nearest to their limit first. */
function byRule(all: readonly Standing[]): Standings {
  const standings = new Map<string, { readonly standings: object[] }>();
  for (const { rule, answer } of [...all].sort((a, b) => b.share - a.share)) {
    const known = standings.get(rule);
    if (known === undefined) {
      standings.set(rule, { standings: [answer] });
    } else if (known.standings.length < MOST_SHOWN) {
      known.standings.push(answer);
    }
  }
  return standings;
}

function ofBudget({ budget, subject, unit, limit, used, reserved, resetsAt }: BudgetStanding): Standing {
  const amount = (integer: number): number => (unit === 'usd' ? integer / NANO_PER_USD : integer);
  const taken = used + reserved;
  return {
    rule: budget,
    share: taken / limit,
    answer: {
      subject,
      unit,
      limit: amount(limit),
      used: amount(used),
      reserved: amount(reserved),
      remaining: amount(Math.max(0, limit - taken)),
      resets_at: new Date(resetsAt).toISOString(),
    },
  };
}

function ofLimit({ limit, subject, unit, allowed, used, resetsAt }: LimitStanding): Standing {
  return {
    rule: limit,
    share: used / allowed,
    answer: {
      subject,
      unit,
      limit: allowed,
      used,
      remaining: Math.max(0, allowed - used),
      ...(resetsAt === undefined ? {} : { resets_at: new Date(resetsAt).toISOString() }),
    },
  };
}
