import type { BudgetRule, LimitRule } from './rules.js';
import { type Subject, type SubjectKind, isEach } from './subject.js';

interface Rule {
  readonly name: string;
  readonly subject: Subject;
}

const NONE: readonly never[] = [];

/** The budgets and limits in force, by the subject they are on. Any number of them costs a request the same. */
export class RuleBook {
  /** Epoch milliseconds at which a budget last began to count something: requests under way then may not be held to it. */
  renewedAt = 0;
  /** What each budget counts or, once it is gone, counted. */
  private readonly counted = new Map<string, string>();
  private readonly budgets = new BySubject<BudgetRule>();
  private readonly limits = new BySubject<LimitRule>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Whether there are none at all: then a request need not look. */
  get empty(): boolean {
    return this.budgets.size === 0 && this.limits.size === 0;
  }

  /** Whether any limit is on each subject of a kind. */
  get limitsOnEach(): boolean {
    return this.limits.onEach > 0;
  }

  /** Budgets on a subject, and on each of its kind (`*`). Of a tag the value is `name=value`. */
  budgetsOf(kind: SubjectKind, value: string): readonly BudgetRule[] {
    return this.budgets.of(kind, value);
  }

  limitsOf(kind: SubjectKind, value: string): readonly LimitRule[] {
    return this.limits.of(kind, value);
  }

  budget(name: string): BudgetRule | undefined {
    return this.budgets.get(name);
  }

  limit(name: string): LimitRule | undefined {
    return this.limits.get(name);
  }

  allBudgets(): Iterable<BudgetRule> {
    return this.budgets.all();
  }

  allLimits(): Iterable<LimitRule> {
    return this.limits.all();
  }

  /** Puts a rule in force in place of the one of that name; undefined takes it away. */
  setBudget(name: string, rule: BudgetRule | undefined): void {
    this.budgets.set(name, rule && this.renewed(rule));
  }

  setLimit(name: string, rule: LimitRule | undefined): void {
    this.limits.set(name, rule);
  }

  private renewed(rule: BudgetRule): BudgetRule {
    const { name, subject, unit, period } = rule;
    const before = this.budgets.get(name);
    const counts = JSON.stringify([subject, unit, period]);
    const known = this.counted.get(name);
    this.counted.set(name, counts);
    if (before !== undefined && counts === known) {
      return { ...rule, renewedAt: before.renewedAt };
    }
    // No two renewals are at the same time; new ones, of which there may be many at once, need none of their own.
    this.renewedAt = Math.max(this.now(), this.renewedAt + (known === undefined ? 0 : 1));
    return known === undefined ? rule : { ...rule, renewedAt: this.renewedAt };
  }
}

class BySubject<Each extends Rule> {
  /** Rules on each subject of a kind. */
  onEach = 0;
  private readonly byName = new Map<string, Each>();
  private readonly bySubject = new Map<SubjectKind, Map<string, readonly Each[]>>();

  get size(): number {
    return this.byName.size;
  }

  get(name: string): Each | undefined {
    return this.byName.get(name);
  }

  all(): Iterable<Each> {
    return this.byName.values();
  }

  of(kind: SubjectKind, value: string): readonly Each[] {
    const rules = this.bySubject.get(kind);
    if (rules === undefined) {
      return NONE;
    }
    const every = kind === 'tag' ? `${value.slice(0, value.indexOf('='))}=*` : '*';
    const ofEach = rules.get(every) ?? NONE;
    const own = value === every ? NONE : (rules.get(value) ?? NONE);
    return ofEach.length === 0 ? own : own.length === 0 ? ofEach : [...own, ...ofEach];
  }

  set(name: string, rule: Each | undefined): void {
    const before = this.byName.get(name);
    if (before !== undefined) {
      this.byName.delete(name);
      this.onEach -= isEach(before.subject) ? 1 : 0;
      this.change(before.subject, (rules) => rules.filter((each) => each !== before));
    }
    if (rule !== undefined) {
      this.byName.set(name, rule);
      this.onEach += isEach(rule.subject) ? 1 : 0;
      this.change(rule.subject, (rules) => [...rules, rule]);
    }
  }

  private change({ kind, value }: Subject, edit: (rules: readonly Each[]) => readonly Each[]): void {
    const values = this.bySubject.get(kind) ?? new Map<string, readonly Each[]>();
    const rules = edit(values.get(value) ?? NONE);
    if (rules.length > 0) {
      values.set(value, rules);
    } else {
      values.delete(value);
    }
    if (values.size > 0) {
      this.bySubject.set(kind, values);
    } else {
      this.bySubject.delete(kind);
    }
  }
}
