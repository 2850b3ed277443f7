import type { BudgetReader, BudgetStanding } from './budgetStanding.js';
import { type ChargeParts, budgetCharge } from './charges.js';
import type { Counters } from './counting/counters.js';
import type { BudgetRule } from './rules.js';
import { type Subject, isEach } from './subject.js';

/** Most subjects of a budget on `*` that are told of: those that used the most. */
const MOST_SUBJECTS = 100;

export interface BudgetStandingsParts {
  readonly rules: () => Iterable<BudgetRule>;
  readonly counters: Pick<Counters, 'read'>;
  readonly chargeParts: ChargeParts;
  /** The subjects that a rule on `*` counted since a time (epoch milliseconds), by what they used, the most first. */
  readonly subjectsOf: (rule: BudgetRule, since: number, most: number) => Promise<readonly Subject[]>;
}

/** Where every budget stands; of one on each subject, where those stand that used the most. */
export function createBudgetStandings(parts: BudgetStandingsParts): BudgetReader {
  return async () => {
    const at = Date.now();
    const asked = await Promise.all([...parts.rules()].map((rule) => chargesOf(rule, at, parts)));
    const charges = asked.flat();
    const standings = await parts.counters.read(
      charges.map(({ claim }) => claim),
      at
    );
    return charges.flatMap(({ rule, subject }, index): BudgetStanding[] => {
      const standing = standings[index];
      return standing === undefined
        ? []
        : [
            {
              budget: rule.name,
              subject,
              unit: rule.unit,
              limit: rule.limit,
              used: standing.used,
              reserved: standing.reserved,
              resetsAt: standing.resetsAt,
            },
          ];
    });
  };
}

async function chargesOf(rule: BudgetRule, at: number, { chargeParts, subjectsOf }: BudgetStandingsParts) {
  const subjects = isEach(rule.subject)
    ? await subjectsOf(rule, windowStart(rule, at, chargeParts), MOST_SUBJECTS)
    : [rule.subject];
  return subjects.map((subject) => ({ rule, ...budgetCharge(rule, subject, at, chargeParts) }));
}

function windowStart(rule: BudgetRule, at: number, parts: ChargeParts): number {
  const { window } = budgetCharge(rule, rule.subject, at, parts).claim;
  return window.kind === 'fixed' ? window.start : at - window.lengthMs;
}
