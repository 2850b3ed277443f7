import { type Charge, type ChargeParts, budgetCharge } from './charges.js';
import type { Counters, Standing } from './counting/counters.js';
import type { BudgetRule } from './rules.js';

/** How soon a budget that was charged is looked at, in milliseconds. */
const LOOK_MS = 1_000;
/** Most counters that are looked at in one go. */
const MOST_AT_ONCE = 1_000;

export interface BudgetReportParts {
  readonly counters: Pick<Counters, 'read'>;
  readonly chargeParts: ChargeParts;
  /** The rule of that name that is in force. */
  readonly rule: (name: string) => BudgetRule | undefined;
  readonly observe: (rule: BudgetRule, subject: string, standing: Standing) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Says where budgets stand soon after they were charged. Settling a request only notes that it was: a busy budget is
 * read once a second, not once a request.
 */
export class BudgetReport {
  private readonly charged = new Map<string, Charge>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: BudgetReportParts) {}

  readonly note = (charge: Charge): void => {
    this.charged.set(charge.claim.counter, charge);
    this.timer ??= setTimeout(() => void this.look(), LOOK_MS).unref();
  };

  /** Says where those stand that were charged since the last look. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const charges = [...this.charged.values()].slice(0, MOST_AT_ONCE);
    charges.forEach(({ claim }) => this.charged.delete(claim.counter));
    if (this.charged.size > 0) {
      this.timer = setTimeout(() => void this.look(), LOOK_MS).unref();
    }
    const at = Date.now();
    // The rule may have changed since, and the window with the hour.
    const current = charges.flatMap(({ budget, subject }) => {
      const rule = budget && this.parts.rule(budget.name);
      return rule === undefined ? [] : [{ rule, charge: budgetCharge(rule, subject, at, this.parts.chargeParts) }];
    });
    try {
      const standings = await this.parts.counters.read(
        current.map(({ charge }) => charge.claim),
        at
      );
      standings.forEach((standing, index) => {
        const one = current[index];
        if (one !== undefined) {
          this.parts.observe(one.rule, one.charge.subject.value, standing);
        }
      });
    } catch (error) {
      this.parts.onError(error);
    }
  }
}
