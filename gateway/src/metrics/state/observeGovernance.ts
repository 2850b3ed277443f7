import type { BudgetReader, BudgetStanding } from '../../governance/budgetStanding.js';
import type { LimitReader, LimitStanding } from '../../governance/limitStandings.js';
import type { Subject } from '../../governance/subject.js';
import type { Metrics } from '../registry.js';
import { Sampled } from './sampled.js';

export interface GovernanceReaders {
  readonly readBudgets: BudgetReader;
  readonly readLimits: LimitReader;
  /** What each subject used in the last hour, in nano-dollars or tokens, in their order. */
  readonly readHour: (
    asked: ReadonlyArray<{ readonly subject: Subject; readonly unit: 'usd' | 'tokens' }>
  ) => Promise<readonly number[]>;
  /** Told when that cannot be told now. */
  readonly onError: (error: unknown) => void;
}

type Observed = Pick<Metrics, 'instruments' | 'labels'>;

interface Burning extends BudgetStanding {
  /** Nano-dollars or tokens. */
  readonly lastHour: number;
}

/** No sooner again, in milliseconds. */
const EVERY_MS = 5_000;
const NANO_PER_USD = 1e9;
const SECONDS_PER_HOUR = 3_600;

/** Where budgets and limits stand; what takes long to know is as it was a moment ago. @returns what reads it */
export function observeGovernance(metrics: Observed, readers: GovernanceReaders): () => Promise<void> {
  const { onError } = readers;
  const budgets = new Sampled({ read: () => readBurning(readers), everyMs: EVERY_MS, onError });
  const limits = new Sampled({ read: readers.readLimits, everyMs: EVERY_MS, onError });
  // What the first who ask will want to know.
  void budgets.latest();
  void limits.latest();
  return async () => {
    const [budgetsNow = [], limitsNow = []] = await Promise.all([budgets.latest(), limits.latest()]);
    metrics.labels.subject.clear();
    showBudgets(metrics, budgetsNow);
    showLimits(metrics, limitsNow);
  };
}

async function readBurning({ readBudgets, readHour }: GovernanceReaders): Promise<readonly Burning[]> {
  const standings = await readBudgets();
  const hours = await readHour(standings);
  return standings.map((standing, index) => ({ ...standing, lastHour: hours[index] ?? 0 }));
}

function showBudgets({ instruments, labels }: Observed, standings: readonly Burning[]): void {
  const { budgetLimit, budgetSpent, budgetRemaining, budgetResetSeconds, budgetExhaustionSeconds } = instruments;
  [budgetLimit, budgetSpent, budgetRemaining, budgetResetSeconds, budgetExhaustionSeconds].forEach((each) =>
    each.reset()
  );
  const now = Date.now();
  for (const { budget: name, subject, unit, limit, used, resetsAt, lastHour } of standings) {
    const budget = labels.budget.find(name);
    const shown = labels.subject.show(subject.kind, subject.value);
    if (budget === undefined || shown === undefined) {
      continue;
    }
    const of = { budget, kind: subject.kind, subject: shown };
    const divisor = unit === 'usd' ? NANO_PER_USD : 1;
    const left = Math.max(0, limit - used);
    budgetLimit.set({ ...of, unit }, limit / divisor);
    budgetSpent.set({ ...of, unit }, used / divisor);
    budgetRemaining.set({ ...of, unit }, left / divisor);
    budgetResetSeconds.set(of, Math.max(0, (resetsAt - now) / 1000));
    budgetExhaustionSeconds.set(of, left === 0 ? 0 : (left / lastHour) * SECONDS_PER_HOUR);
  }
}

function showLimits({ instruments, labels }: Observed, standings: readonly LimitStanding[]): void {
  const { limitAllowed, limitUsed } = instruments;
  [limitAllowed, limitUsed].forEach((each) => each.reset());
  for (const { limit: name, subject, unit, allowed, used } of standings) {
    const limit = labels.limit.find(name);
    const shown = labels.subject.show(subject.kind, subject.value);
    if (limit !== undefined && shown !== undefined) {
      limitAllowed.set({ limit, kind: subject.kind, subject: shown, unit }, allowed);
      limitUsed.set({ limit, kind: subject.kind, subject: shown, unit }, used);
    }
  }
}
