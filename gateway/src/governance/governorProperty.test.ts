import fc from 'fast-check';
import pino from 'pino';

import { usageEvent } from '../../../tests/support/usageEvent.js';
import type { UsageEvent } from '../usage/event.js';
import { type ChargeParts, budgetCharge } from './charges.js';
import type { CountingWindow } from './counting/counters.js';
import { MemoryCounters } from './counting/memoryCounters.js';
import { Governor } from './governor.js';
import { RuleBook } from './ruleBook.js';
import type { BudgetPeriod, BudgetRule } from './rules.js';
import type { Subject } from './subject.js';

/** Two hours before clocks are set back in Berlin, on the last Sunday of the month. */
const START = Date.UTC(2026, 9, 24, 23);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const PERIODS: readonly BudgetPeriod[] = [
  { kind: 'calendar', unit: 'daily', timezone: 'Europe/Berlin' },
  { kind: 'calendar', unit: 'weekly', timezone: 'Asia/Kolkata' },
  { kind: 'calendar', unit: 'monthly', timezone: 'UTC' },
  { kind: 'rolling', lengthMs: HOUR },
  { kind: 'rolling', lengthMs: 60 * HOUR },
];
const SUBJECTS: readonly Subject[] = [
  { kind: 'key', value: 'a' },
  { kind: 'key', value: '*' },
  { kind: 'team', value: 'a' },
  { kind: 'user', value: '*' },
  { kind: 'tag', value: 'project=*' },
  { kind: 'model', value: 'a' },
  { kind: 'provider', value: '*' },
];
const WHOSE = ['a', 'b'] as const;

interface Asked {
  readonly key: string;
  readonly user: string | undefined;
  readonly project: string | undefined;
  readonly model: string;
  readonly provider: string;
  /** Upper bounds of what it will use. */
  readonly tokens: number;
  readonly nanoUsd: number;
}

type Rule = Omit<BudgetRule, 'name'>;

type Step =
  /** A request that was read some time ago. */
  | { readonly do: 'ask'; readonly asked: Asked; readonly lateMs: number }
  /** Ends a request that is under way, with a share of what it might use; 0 for one that failed. */
  | { readonly do: 'end'; readonly which: number; readonly share: number }
  | { readonly do: 'wait'; readonly ms: number }
  /** Puts a rule in force, one of few so that it comes back; or takes it away. */
  | { readonly do: 'rule'; readonly name: number; readonly rule: number | undefined }
  | { readonly do: 'ledger'; readonly down: boolean }
  | { readonly do: 'kill' }
  | { readonly do: 'check' };

const whose = fc.constantFrom(...WHOSE);
const asked: fc.Arbitrary<Asked> = fc.record({
  key: whose,
  user: fc.option(whose, { nil: undefined }),
  project: fc.option(whose, { nil: undefined }),
  model: whose,
  provider: whose,
  tokens: fc.integer({ min: 1, max: 40 }),
  nanoUsd: fc.integer({ min: 0, max: 40 }),
});
const rule = (limit: fc.Arbitrary<number>): fc.Arbitrary<Rule> =>
  fc.record({
    subject: fc.constantFrom(...SUBJECTS),
    unit: fc.constantFrom('usd' as const, 'tokens' as const),
    limit,
    period: fc.constantFrom(...PERIODS),
    hard: fc.boolean(),
    warnAt: fc.constant([]),
  });
const step = <Do extends Step['do'], Fields extends object>(
  weight: number,
  kind: Do,
  fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }
) => ({ weight, arbitrary: fc.record({ do: fc.constant(kind), ...fields }) as unknown as fc.Arbitrary<Step> });

const everyday = [
  step(8, 'ask', { asked, lateMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(20_000)) }),
  step(6, 'end', { which: fc.nat(50), share: fc.constantFrom(0, 0.3, 1, 1) }),
  step(3, 'wait', { ms: fc.oneof(fc.nat(1_000), fc.nat(20 * MINUTE), fc.nat(5 * HOUR), fc.nat(40 * HOUR)) }),
  step(1, 'kill', {}),
  step(3, 'check', {}),
];
const changes = [
  step(3, 'rule', { name: fc.nat(2), rule: fc.option(fc.nat(2), { nil: undefined, freq: 3 }) }),
  step(2, 'ledger', { down: fc.boolean() }),
];

/** A request that has not ended, and what it is waiting for. */
interface Open {
  readonly id: string;
  readonly at: number;
  readonly asked: Asked;
  readonly admission: Promise<boolean>;
}

/** A gateway's accounts without the gateway: rules, counters and a ledger that answers late, and sometimes not. */
class World {
  readonly rules = new RuleBook();
  readonly rows: UsageEvent[] = [];
  down = false;
  open: Open[] = [];
  private counters: MemoryCounters;
  private governor: Governor;
  private requests = 0;

  constructor(
    private readonly turns: () => number,
    /** Whether the ledger is asked until its answer is not outdated; else that is done later. */
    readonly patient: boolean
  ) {
    [this.counters, this.governor] = this.start();
  }

  ask(request: Asked, lateMs: number): void {
    const id = `req_${++this.requests}`;
    const at = Date.now() - lateMs;
    const { key, user, project, model, provider, ...demand } = request;
    const tags = project === undefined ? undefined : { project };
    const asking = () => ({
      id,
      at,
      subjects: { key, team: key, user, model, tags },
      most: () => demand,
      likely: () => demand,
    });
    const { governor } = this;
    const admission = (async () => {
      try {
        await governor.admit(asking);
        await governor.admitCall(asking, provider, 1);
        return true;
      } catch {
        governor.settle(eventOf(id, at, request, 0));
        return false;
      }
    })();
    this.open.push({ id, at, asked: request, admission });
  }

  async end(which: number, share: number): Promise<void> {
    const [chosen] = this.open.splice(which % Math.max(1, this.open.length), 1);
    if (chosen !== undefined && (await chosen.admission)) {
      const event = eventOf(chosen.id, chosen.at, chosen.asked, share);
      this.rows.push(event);
      this.governor.settle(event);
    }
  }

  /** What is under way is lost, and what has ended is in the ledger. */
  async kill(): Promise<void> {
    await this.settled();
    this.open = [];
    await this.counters.close();
    [this.counters, this.governor] = this.start();
  }

  /** When nobody waits for anything any more. */
  async settled(): Promise<void> {
    await Promise.all(this.open.map(({ admission }) => admission));
  }

  /** Where a budget stands for a subject: used, and reserved. */
  async standing(budget: BudgetRule, subject: Subject): Promise<readonly [used: number, reserved: number]> {
    const at = Date.now();
    const [standing] = await this.counters.read([budgetCharge(budget, subject, at, this.chargeParts).claim], at);
    return [standing?.used ?? NaN, standing?.reserved ?? NaN];
  }

  /** What the ledger has of it in the window of a budget, its oldest bucket whole. */
  ledgerSum(budget: BudgetRule, subject: Subject): number {
    const at = Date.now();
    const { window } = budgetCharge(budget, subject, at, this.chargeParts).claim;
    return this.rows
      .filter(({ time }) => counts(window, time, at))
      .reduce((sum, row) => sum + (isOf(row, subject) ? amountOf(row, budget) : 0), 0);
  }

  private start(): [MemoryCounters, Governor] {
    const counters = new MemoryCounters({ log: pino({ enabled: false }), patienceMs: this.patient ? 1_000 : 0 });
    const governor = new Governor({
      rules: () => this.rules,
      counters,
      chargeParts: this.chargeParts,
      unpriced: () => 'allow',
      onRefusal: () => {},
      onCharged: () => {},
    });
    return [counters, governor];
  }

  private readonly chargeParts: ChargeParts = {
    spentIn: async ({ subject, unit, from, to, bucketMs }) => {
      await pass(this.turns());
      if (this.down) {
        throw new Error('the database is down');
      }
      const rows = this.rows.filter((row) => row.time >= from && row.time < to && isOf(row, subject));
      await pass(this.turns());
      return rows.map((row) => ({
        at: bucketMs === undefined ? from : Math.max(from, Math.floor(row.time / bucketMs) * bucketMs),
        amount: amountOf(row, { unit }),
      }));
    },
  };
}

function eventOf(id: string, time: number, request: Asked, share: number): UsageEvent {
  const { key, user, project, model, provider, tokens, nanoUsd } = request;
  const output = Math.floor(tokens * share);
  return usageEvent({
    id,
    time,
    key,
    team: key,
    user,
    tags: project === undefined ? undefined : { project },
    model,
    provider,
    tokens: share === 0 ? undefined : { input: 0, cachedInput: 0, output, reasoning: 0, source: 'provider' },
    cost: share === 0 ? undefined : { nanoUsd: Math.floor(nanoUsd * share), source: 'config' },
  });
}

function amountOf({ tokens, cost }: UsageEvent, { unit }: Pick<BudgetRule, 'unit'>): number {
  return unit === 'usd' ? (cost?.nanoUsd ?? 0) : (tokens?.input ?? 0) + (tokens?.output ?? 0);
}

function isOf({ key, team, user, model, provider, tags }: UsageEvent, { kind, value }: Subject): boolean {
  const tag = tags?.['project'] === undefined ? undefined : `project=${tags['project']}`;
  return { key, team, user, model, provider, tag }[kind] === value;
}

function counts(window: CountingWindow, time: number, at: number): boolean {
  if (window.kind === 'fixed') {
    return time >= window.start && time < window.end;
  }
  const width = window.lengthMs / window.buckets;
  return Math.floor(time / width) >= Math.floor(at / width) - window.buckets;
}

/** Each one that a budget counts. */
function concrete({ kind, value }: Subject): readonly Subject[] {
  return value.endsWith('*') ? WHOSE.map((each) => ({ kind, value: value.replace('*', each) })) : [{ kind, value }];
}

async function pass(ticks: number): Promise<void> {
  for (let tick = 0; tick < ticks; tick++) {
    await Promise.resolve();
  }
}

async function act(world: World, todo: Step, rules: readonly Rule[] = []): Promise<void> {
  if (todo.do !== 'ask' && todo.do !== 'end') {
    // What is read in the same millisecond cannot be told apart while the ledger is away.
    await jest.advanceTimersByTimeAsync(1);
  }
  switch (todo.do) {
    case 'ask':
      world.ask(todo.asked, todo.lateMs);
      break;
    case 'end':
      await world.end(todo.which, todo.share);
      break;
    case 'wait':
      await jest.advanceTimersByTimeAsync(todo.ms);
      break;
    case 'rule': {
      const name = `budget-${todo.name}`;
      const given = rules[(todo.rule ?? NaN) % rules.length];
      world.rules.setBudget(name, given && { name, ...given });
      break;
    }
    case 'ledger':
      world.down = todo.down;
      break;
    case 'kill':
      await world.kill();
      break;
    case 'check':
      await check(world);
  }
}

/** Every budget stands at what the ledger has, if that can be known. */
async function check(world: World): Promise<void> {
  await world.settled();
  if (world.down) {
    return;
  }
  if (!world.patient) {
    await jest.advanceTimersByTimeAsync(MINUTE);
  }
  for (const budget of world.rules.allBudgets()) {
    for (const subject of concrete(budget.subject)) {
      const [used] = await world.standing(budget, subject);
      expect([budget.name, subject, used]).toEqual([budget.name, subject, world.ledgerSum(budget, subject)]);
    }
  }
}

/** The ledger is there again, all have ended, and nothing is reserved any more. */
async function finish(world: World): Promise<void> {
  while (world.open.length > 0) {
    await world.end(0, 1);
  }
  world.down = false;
  await jest.advanceTimersByTimeAsync(MINUTE);
  await check(world);
  for (const budget of world.rules.allBudgets()) {
    for (const subject of concrete(budget.subject)) {
      expect((await world.standing(budget, subject))[1]).toBe(0);
    }
  }
  await world.kill();
}

async function inWorld({ turns, patient }: Ledger, run: (world: World) => Promise<void>): Promise<void> {
  jest.useFakeTimers({ now: START });
  let turn = 0;
  try {
    await run(new World(() => turns[turn++ % turns.length] ?? 0, patient));
  } finally {
    jest.useRealTimers();
  }
}

interface Ledger {
  /** How many turns others get while it is asked. */
  readonly turns: readonly number[];
  readonly patient: boolean;
}

const ledger: fc.Arbitrary<Ledger> = fc.record({
  turns: fc.array(fc.nat(12), { minLength: 1, maxLength: 10 }),
  patient: fc.boolean(),
});

test('whatever is asked, ended and lost while windows turn, budgets are the ledger’s sums, and hard ones are held', async () => {
  const rules = fc.array(rule(fc.integer({ min: 20, max: 300 })), { minLength: 1, maxLength: 8 });
  const steps = fc.array(fc.oneof(...everyday), { maxLength: 80, size: 'large' });
  await fc.assert(
    fc.asyncProperty(rules, steps, ledger, (given, todo, kept) =>
      inWorld(kept, async (world) => {
        given.forEach((each, index) => world.rules.setBudget(`b${index}`, { name: `b${index}`, ...each }));
        for (const each of todo) {
          await act(world, each);
          for (const budget of world.rules.allBudgets()) {
            for (const subject of budget.hard ? concrete(budget.subject) : []) {
              expect(world.ledgerSum(budget, subject)).toBeLessThanOrEqual(budget.limit);
            }
          }
        }
        await finish(world);
      })
    ),
    { numRuns: 150 }
  );
});

test('budgets that come, change, go and come back under load are the ledger’s sums, also when it was away', async () => {
  const rules = fc.array(rule(fc.constant(1_000_000)), { minLength: 1, maxLength: 3 });
  const steps = fc.array(fc.oneof(...everyday, ...changes), { maxLength: 80, size: 'large' });
  await fc.assert(
    fc.asyncProperty(rules, steps, ledger, (given, todo, kept) =>
      inWorld(kept, async (world) => {
        for (const each of todo) {
          const wasDown = world.down;
          await act(world, each, given);
          if (wasDown && !world.down) {
            // Until it has been asked again.
            await jest.advanceTimersByTimeAsync(MINUTE);
          }
        }
        await finish(world);
      })
    ),
    { numRuns: 300 }
  );
});
