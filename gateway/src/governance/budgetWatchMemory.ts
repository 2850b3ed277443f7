import { type BudgetLevel, levelsOf } from './budgetWatchLevels.js';
import type { BudgetRule } from './rules.js';

interface Remembered {
  readonly rule: BudgetRule;
  /** Epoch milliseconds. */
  readonly windowEnd: number;
  /** Amount at which there is more to tell. */
  next: number;
  exhausted: boolean;
}

/** Most subjects of a budget that are remembered; past it all are forgotten, and the store says what was told. */
const MAX_SUBJECTS = 100_000;

/** What this process need not ask the store again, so that a settled request costs a look into a map. */
export class BudgetWatchMemory {
  private readonly budgets = new Map<string, Map<string, Remembered>>();

  /** The levels that a subject has reached and that were not given out before. */
  reach(rule: BudgetRule, subject: string, windowEnd: number, used: number): readonly BudgetLevel[] {
    const known = this.find(rule, subject, windowEnd);
    if (known !== undefined && used < known.next) {
      return [];
    }
    const levels = levelsOf(rule);
    const from = known?.next ?? 0;
    const reached = levels.filter(({ amount }) => amount >= from && amount <= used);
    const next = levels.find(({ amount }) => amount > used)?.amount ?? Infinity;
    const exhausted = known?.exhausted === true || next === Infinity;
    this.set(rule, subject, { rule, windowEnd, next, exhausted });
    return reached;
  }

  /** Whether it is news that a subject has nothing left. */
  exhaust(rule: BudgetRule, subject: string, windowEnd: number): boolean {
    const known = this.find(rule, subject, windowEnd);
    if (known?.exhausted === true) {
      return false;
    }
    if (known === undefined) {
      this.set(rule, subject, { rule, windowEnd, next: 0, exhausted: true });
    } else {
      known.exhausted = true;
    }
    return true;
  }

  /** What was given out could not be told: the next settlement finds it again. */
  forget(rule: BudgetRule, subject: string): void {
    this.budgets.get(rule.name)?.delete(subject);
  }

  /** Drops what is over. */
  sweep(now: number): void {
    for (const [name, subjects] of this.budgets) {
      for (const [subject, { windowEnd }] of subjects) {
        if (windowEnd <= now) {
          subjects.delete(subject);
        }
      }
      if (subjects.size === 0) {
        this.budgets.delete(name);
      }
    }
  }

  private find(rule: BudgetRule, subject: string, windowEnd: number): Remembered | undefined {
    const known = this.budgets.get(rule.name)?.get(subject);
    return known?.rule === rule && known.windowEnd === windowEnd ? known : undefined;
  }

  private set(rule: BudgetRule, subject: string, remembered: Remembered): void {
    let subjects = this.budgets.get(rule.name);
    if (subjects === undefined) {
      this.budgets.set(rule.name, (subjects = new Map()));
    } else if (subjects.size >= MAX_SUBJECTS) {
      subjects.clear();
    }
    subjects.set(subject, remembered);
  }
}
