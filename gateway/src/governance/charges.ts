import { calendarWindow } from './counting/window.js';
import type { Claim, CountingWindow, SeedAmount } from './counting/counters.js';
import type { BudgetRule, LimitRule } from './rules.js';
import type { Subject, SubjectKind } from './subject.js';

/** The rules in force, by the subject they are on; `*` rules are among those of each subject. */
export interface RuleLookup {
  /** Whether there are none at all: then a request costs nothing. */
  readonly empty: boolean;
  /** Epoch milliseconds at which a budget last began to count something: requests under way then may not be held to it. */
  readonly renewedAt: number;
  budgetsOf(kind: SubjectKind, value: string): readonly BudgetRule[];
  limitsOf(kind: SubjectKind, value: string): readonly LimitRule[];
}

/** Whom a request is charged to. */
export interface Subjects {
  readonly key: string;
  readonly team: string | undefined;
  readonly user: string | undefined;
  readonly model: string;
  readonly tags: Readonly<Record<string, string>> | undefined;
}

/** Expected use, as the governor has it. */
interface Demand {
  readonly tokens: number;
  readonly nanoUsd: number | undefined;
}

/** One counter that a request is charged to, and the rule behind it. */
export interface Charge {
  readonly unit: 'requests' | 'tokens' | 'parallel' | 'usd';
  /** The concrete subject; never `*`. */
  readonly subject: Subject;
  readonly budget: BudgetRule | undefined;
  readonly limit: LimitRule | undefined;
  /** Its amount is still to be filled in. */
  readonly claim: Claim;
  /** Whether its amount is only an estimate, which might be made again more exactly. */
  readonly estimated: boolean;
  /** What to reserve; undefined when the price is not known. */
  amount(demand: Demand): number | undefined;
}

/** What the ledger says a subject used, in nano-dollars or tokens, by buckets of time. */
export type SpentIn = (asked: {
  readonly subject: Subject;
  readonly unit: 'usd' | 'tokens';
  /** Epoch milliseconds; from is included, to is not. */
  readonly from: number;
  readonly to: number;
  /** Length of a bucket in milliseconds; undefined for the whole range. */
  readonly bucketMs: number | undefined;
}) => Promise<readonly SeedAmount[]>;

export interface ChargeParts {
  readonly spentIn: SpentIn;
}

const MINUTE: CountingWindow = { kind: 'rolling', lengthMs: 60_000, buckets: 12 };
/** A rolling budget is exact to a sixtieth of its length. */
const BUDGET_BUCKETS = 60;
/** A provider may be called that long after its request was read, and the ledger know later ones by then. */
const AHEAD_MS = 3_600_000;

/** Everything a request is charged to, limits first: they are the cheaper refusal. */
export function chargesFor(rules: RuleLookup, subjects: Subjects, at: number, parts: ChargeParts): Charge[] {
  const concrete = concreteSubjects(subjects);
  return [
    ...concrete.flatMap((subject) =>
      rules.limitsOf(subject.kind, subject.value).flatMap((rule) => limitCharges(rule, subject))
    ),
    ...budgetCharges(rules, concrete, at, parts),
  ];
}

/** The budgets that a request is charged to which has ended, that of its provider among them. */
export function endedCharges(
  rules: RuleLookup,
  subjects: Subjects,
  provider: string | undefined,
  at: number,
  parts: ChargeParts
): Charge[] {
  return [
    ...budgetCharges(rules, concreteSubjects(subjects), at, parts),
    ...(provider === undefined ? [] : providerCharges(rules, provider, at, parts)),
  ];
}

/** What a call to a provider is charged to. */
export function providerCharges(rules: RuleLookup, provider: string, at: number, parts: ChargeParts): Charge[] {
  const subject = { kind: 'provider', value: provider } as const;
  return rules.budgetsOf('provider', provider).map((rule) => budgetCharge(rule, subject, at, parts));
}

function budgetCharges(rules: RuleLookup, subjects: readonly Subject[], at: number, parts: ChargeParts): Charge[] {
  return subjects.flatMap((subject) =>
    rules.budgetsOf(subject.kind, subject.value).map((rule) => budgetCharge(rule, subject, at, parts))
  );
}

function concreteSubjects({ key, team, user, model, tags }: Subjects): Subject[] {
  const subjects: Subject[] = [{ kind: 'key', value: key }];
  const add = (kind: SubjectKind, value: string | undefined) => value !== undefined && subjects.push({ kind, value });
  add('team', team);
  add('user', user);
  add('model', model);
  for (const [name, value] of Object.entries(tags ?? {})) {
    // No rule can be on such a name, and it must not be taken for another with another value.
    if (!name.includes('=')) {
      add('tag', `${name}=${value}`);
    }
  }
  return subjects;
}

/** The charges of one limit; also to read where it stands. */
export function limitCharges(rule: LimitRule, subject: Subject): Charge[] {
  const charge = (
    unit: 'requests' | 'tokens' | 'parallel',
    limit: number | undefined,
    amount: (demand: Demand) => number
  ): Charge[] =>
    limit === undefined
      ? []
      : [
          {
            unit,
            subject,
            budget: undefined,
            limit: rule,
            claim: {
              counter: `limit:${rule.name}:${unit}:${subject.kind}:${subject.value}`,
              kind: unit === 'parallel' ? 'parallel' : 'rate',
              amount: 0,
              limit,
              window: MINUTE,
            },
            estimated: unit === 'tokens',
            amount,
          },
        ];
  return [
    ...charge('parallel', rule.parallelRequests, () => 1),
    ...charge('requests', rule.requestsPerMinute, () => 1),
    ...charge('tokens', rule.tokensPerMinute, ({ tokens }) => tokens),
  ];
}

/** The charge of one budget at a time; also to read where it stands. */
export function budgetCharge(rule: BudgetRule, subject: Subject, at: number, { spentIn }: ChargeParts): Charge {
  const window = windowOf(rule, at);
  return {
    unit: rule.unit,
    subject,
    budget: rule,
    limit: undefined,
    claim: {
      counter: `budget:${rule.name}:${rule.unit}:${periodName(rule)}:${subject.kind}:${subject.value}`,
      kind: 'spend',
      amount: 0,
      limit: rule.hard ? rule.limit : undefined,
      window,
      renewedAt: rule.renewedAt,
      seed: (before) => spentIn({ subject, unit: rule.unit, ...rangeOf(window, at, before) }),
    },
    estimated: true,
    amount: ({ tokens, nanoUsd }) => (rule.unit === 'usd' ? nanoUsd : tokens),
  };
}

function windowOf({ period }: BudgetRule, at: number): CountingWindow {
  return period.kind === 'rolling'
    ? { kind: 'rolling', lengthMs: period.lengthMs, buckets: BUDGET_BUCKETS }
    : { kind: 'fixed', ...calendarWindow(period.unit, period.timezone, at) };
}

/** What a counter has to know of the time before; of a rolling window, its oldest bucket whole. */
function rangeOf(
  window: CountingWindow,
  at: number,
  before: number | undefined
): { from: number; to: number; bucketMs: number | undefined } {
  if (window.kind === 'fixed') {
    const { start: from, end } = window;
    return { from, to: Math.max(from, Math.min(end, before ?? end)), bucketMs: undefined };
  }
  const bucketMs = Math.floor(window.lengthMs / window.buckets);
  return { from: at - window.lengthMs - bucketMs, to: before ?? at + AHEAD_MS, bucketMs };
}

/** Part of the counter's name: a changed period is a new counter. */
function periodName({ period }: BudgetRule): string {
  return period.kind === 'rolling' ? `${period.lengthMs}ms` : `${period.unit}@${period.timezone}`;
}
