import type { GatewayError } from '../errors/gatewayError.js';
import { failedEvent, tokens, usageEvent } from '../../../tests/support/usageEvent.js';
import type { RuleLookup } from './charges.js';
import type { Claim, Counters, Reservation } from './counting/counters.js';
import { type Ask, type Demand, Governor } from './governor.js';
import type { BudgetRule, LimitRule } from './rules.js';
import type { SubjectKind } from './subject.js';

const AT = Date.UTC(2026, 10, 2, 12);

function budget(kind: SubjectKind, value: string, overrides: Partial<BudgetRule> = {}): BudgetRule {
  return {
    name: `${kind}-budget`,
    subject: { kind, value },
    unit: 'usd',
    limit: 1_000,
    period: { kind: 'calendar', unit: 'daily', timezone: 'UTC' },
    hard: true,
    warnAt: [],
    ...overrides,
  };
}

function limit(kind: SubjectKind, value: string, overrides: Partial<LimitRule> = {}): LimitRule {
  return {
    name: `${kind}-limit`,
    subject: { kind, value },
    requestsPerMinute: undefined,
    tokensPerMinute: undefined,
    parallelRequests: undefined,
    ...overrides,
  };
}

function lookup(budgets: readonly BudgetRule[], limits: readonly LimitRule[], renewedAt: number): RuleLookup {
  const on =
    (kind: SubjectKind, value: string) =>
    ({ subject }: BudgetRule | LimitRule) =>
      subject.kind === kind &&
      (subject.value === value || (subject.value.endsWith('*') && value.startsWith(subject.value.slice(0, -1))));
  return {
    empty: budgets.length + limits.length === 0,
    renewedAt,
    budgetsOf: (kind, value) => budgets.filter(on(kind, value)),
    limitsOf: (kind, value) => limits.filter(on(kind, value)),
  };
}

/** Grants what fits below each limit by itself, and remembers what it was asked. */
class FakeCounters implements Counters {
  readonly reserved: Array<{ id: string; claims: readonly Claim[] }> = [];
  readonly settled: Array<{ id: string; actuals: readonly number[] }> = [];
  readonly charged: Array<readonly [counters: readonly string[], actuals: readonly number[], at: number]> = [];

  reserve(id: string, claims: readonly Claim[]): Reservation {
    const standing = ({ counter, limit: max }: Claim) => ({
      counter,
      used: 0,
      reserved: 0,
      limit: max,
      resetsAt: AT + 5_000,
    });
    const refused = claims.findIndex(({ amount, limit: max }) => max !== undefined && amount > max);
    if (refused !== -1) {
      return { granted: false, refused, standing: standing(claims[refused] as Claim) };
    }
    this.reserved.push({ id, claims });
    return { granted: true, standings: claims.map(standing) };
  }
  settle(id: string, actuals: readonly number[]): void {
    this.settled.push({ id, actuals });
  }
  charge(_id: string, claims: readonly Claim[], actuals: readonly number[], at: number): void {
    this.charged.push([claims.map(({ counter }) => counter), actuals, at]);
  }
  async read() {
    return [];
  }
  async close() {}
}

function setUp(
  budgets: readonly BudgetRule[],
  limits: readonly LimitRule[] = [],
  unpriced: 'refuse' | 'allow' = 'refuse'
) {
  const counters = new FakeCounters();
  const refusals: string[] = [];
  const charged: string[] = [];
  const renewed = { at: 0 };
  const governor = new Governor({
    rules: () => lookup(budgets, limits, renewed.at),
    counters,
    chargeParts: { spentIn: async () => [] },
    unpriced: () => unpriced,
    onRefusal: ({ budget: rule, limit: other, unit }) => refusals.push(`${rule?.name ?? other?.name} ${unit}`),
    onCharged: ({ budget: rule, subject }) => charged.push(`${rule?.name} ${subject.value}`),
  });
  return { governor, counters, refusals, charged, renewed };
}

function ask(most: Demand, likely: Demand = most): Ask {
  const subjects = {
    key: 'ci',
    team: 'platform',
    user: 'ada',
    model: 'gpt-4o',
    tags: { feature: 'chat', env: 'prod' },
  };
  return { id: 'req_1', at: AT, subjects, most: () => most, likely: () => likely };
}

async function refusalOf(admitting: Promise<unknown> | undefined): Promise<GatewayError> {
  return Promise.resolve(admitting).then(
    () => Promise.reject(new Error('it was let in')),
    (error: unknown) => error as GatewayError
  );
}

test('without rules nothing is asked for and nothing is waited for', () => {
  const { governor, counters } = setUp([]);
  const asking = jest.fn();
  expect(governor.admit(asking)).toBeUndefined();
  expect(governor.admitCall(asking, 'openai', 1)).toBeUndefined();
  expect(asking).not.toHaveBeenCalled();
  expect(counters.reserved).toEqual([]);
});

test('a request that no rule is about passes at once', () => {
  const { governor } = setUp([budget('key', 'other')], [limit('model', 'other', { requestsPerMinute: 1 })]);
  expect(governor.admit(() => ask({ tokens: 1, nanoUsd: 1 }))).toBeUndefined();
});

test('every subject’s rules are charged at once, limits before budgets', async () => {
  const { governor, counters } = setUp(
    [budget('key', 'ci'), budget('user', '*'), budget('tag', 'feature=chat', { unit: 'tokens' }), budget('team', 'x')],
    [limit('team', 'platform', { requestsPerMinute: 60, tokensPerMinute: 5_000, parallelRequests: 4 })]
  );
  await governor.admit(() => ask({ tokens: 30, nanoUsd: 700 }));
  expect(counters.reserved).toHaveLength(1);
  expect(
    counters.reserved[0]?.claims.map(({ counter, kind, amount, limit: max }) => [counter, kind, amount, max])
  ).toEqual([
    ['limit:team-limit:parallel:team:platform', 'parallel', 1, 4],
    ['limit:team-limit:requests:team:platform', 'rate', 1, 60],
    ['limit:team-limit:tokens:team:platform', 'rate', 30, 5_000],
    ['budget:key-budget:usd:daily@UTC:key:ci', 'spend', 700, 1_000],
    ['budget:user-budget:usd:daily@UTC:user:ada', 'spend', 700, 1_000],
    ['budget:tag-budget:tokens:daily@UTC:tag:feature=chat', 'spend', 30, 1_000],
  ]);
});

test('a soft budget is charged and never refuses', async () => {
  const { governor, counters } = setUp([budget('key', 'ci', { hard: false })]);
  await governor.admit(() => ask({ tokens: 1, nanoUsd: 5_000 }));
  expect(counters.reserved[0]?.claims[0]).toMatchObject({ amount: 5_000, limit: undefined });
});

test('what does not fit by the generous bound is counted more exactly before it is refused', async () => {
  const { governor, counters } = setUp([budget('key', 'ci')]);
  await governor.admit(() => ask({ tokens: 1, nanoUsd: 4_000 }, { tokens: 1, nanoUsd: 900 }));
  expect(counters.reserved[0]?.claims[0]?.amount).toBe(900);
});

test('and is refused when it does not fit then either, by the rule that says no', async () => {
  const { governor, counters, refusals } = setUp([budget('key', 'ci'), budget('team', 'platform', { limit: 100 })]);
  const error = await refusalOf(governor.admit(() => ask({ tokens: 1, nanoUsd: 900 })));
  expect(error).toMatchObject({ status: 402, code: 'budget_exceeded' });
  expect(error.message).toContain('"team-budget" of team "platform"');
  expect(counters.reserved).toEqual([]);
  expect(refusals).toEqual(['team-budget usd']);
});

test('an unknown price is refused by a hard budget in dollars only', async () => {
  const unknown = () => ask({ tokens: 10, nanoUsd: undefined });
  const error = await refusalOf(setUp([budget('key', 'ci')]).governor.admit(unknown));
  expect(error).toMatchObject({ status: 402, code: 'unpriced_model' });
  for (const { governor, counters } of [
    setUp([budget('key', 'ci', { hard: false })]),
    setUp([budget('key', 'ci', { unit: 'tokens' })]),
    setUp([budget('key', 'ci')], [], 'allow'),
  ]) {
    await governor.admit(unknown);
    expect(counters.reserved).toHaveLength(1);
  }
});

test('the usage event settles each charge with what it counts, once', async () => {
  const { governor, counters, charged } = setUp(
    [budget('key', 'ci'), budget('key', 'ci', { name: 'in-tokens', unit: 'tokens' })],
    [limit('key', 'ci', { requestsPerMinute: 60, tokensPerMinute: 5_000, parallelRequests: 4 })]
  );
  await governor.admit(() => ask({ tokens: 30, nanoUsd: 700 }));
  const event = usageEvent({
    id: 'req_1',
    tokens: tokens({ input: 10, output: 5 }),
    cost: { nanoUsd: 123, source: 'config' },
  });
  governor.settle(event);
  governor.settle(event);
  expect(counters.settled).toEqual([{ id: 'req_1', actuals: [0, 1, 15, 123, 15] }]);
  expect(charged).toEqual(['key-budget ci', 'in-tokens ci']);
});

test('a request that failed gives everything back but the request itself', async () => {
  const { governor, counters } = setUp([budget('key', 'ci')], [limit('key', 'ci', { requestsPerMinute: 60 })]);
  await governor.admit(() => ask({ tokens: 30, nanoUsd: 700 }));
  governor.settle(failedEvent({ id: 'req_1' }));
  expect(counters.settled).toEqual([{ id: 'req_1', actuals: [1, 0] }]);
});

test('only the provider that answered is charged, and only for its last call', async () => {
  const { governor, counters } = setUp([budget('provider', '*'), budget('key', 'ci')]);
  const demand = () => ask({ tokens: 30, nanoUsd: 700 });
  await governor.admit(demand);
  await governor.admitCall(demand, 'azure', 1);
  await governor.admitCall(demand, 'openai', 2);
  await governor.admitCall(demand, 'openai', 3);
  governor.settle(usageEvent({ id: 'req_1', provider: 'openai', cost: { nanoUsd: 123, source: 'config' } }));
  expect(counters.settled).toEqual([
    { id: 'req_1', actuals: [123] },
    { id: 'req_1/1', actuals: [0] },
    { id: 'req_1/2', actuals: [0] },
    { id: 'req_1/3', actuals: [123] },
  ]);
});

test('an answer from a provider without a budget charges none of those that failed before', async () => {
  const { governor, counters } = setUp([budget('provider', 'azure')]);
  const demand = () => ask({ tokens: 30, nanoUsd: 700 });
  await governor.admitCall(demand, 'azure', 1);
  expect(governor.admitCall(demand, 'openai', 2)).toBeUndefined();
  governor.settle(usageEvent({ id: 'req_1', provider: 'openai' }));
  expect(counters.settled).toEqual([{ id: 'req_1/1', actuals: [0] }]);
});

test('an event of a request that reserved nothing settles nothing', () => {
  const { governor, counters } = setUp([budget('key', 'ci')]);
  governor.settle(usageEvent({ id: 'req_other' }));
  expect(counters.settled).toEqual([]);
});

test('budgets that are newer than a request are charged when it ends, and those it reserved on only once', async () => {
  const budgets = [budget('key', 'ci')];
  const { governor, counters, charged, renewed } = setUp(budgets);
  await governor.admit(() => ask({ tokens: 30, nanoUsd: 700 }));
  budgets.push(
    budget('team', '*', { unit: 'tokens' }),
    budget('user', 'nobody'),
    budget('provider', 'openai'),
    budget('provider', 'azure')
  );
  renewed.at = AT;
  governor.settle(
    usageEvent({
      id: 'req_1',
      time: AT,
      team: 'platform',
      tokens: tokens({ input: 10, output: 5 }),
      cost: { nanoUsd: 123, source: 'config' },
    })
  );
  expect(counters.settled).toEqual([{ id: 'req_1', actuals: [123] }]);
  expect(counters.charged).toEqual([
    [
      ['budget:team-budget:tokens:daily@UTC:team:platform', 'budget:provider-budget:usd:daily@UTC:provider:openai'],
      [15, 123],
      AT,
    ],
  ]);
  expect(charged).toEqual(['key-budget ci', 'team-budget platform', 'provider-budget openai']);
});

test('a request that is newer than all budgets, or used nothing, charges no others', () => {
  const { governor, counters, renewed } = setUp([budget('key', '*'), budget('provider', '*')]);
  renewed.at = AT - 1;
  governor.settle(usageEvent({ time: AT }));
  renewed.at = AT;
  governor.settle(failedEvent({ time: AT }));
  expect(counters.charged).toEqual([]);
});

test('a tag whose name no rule can be on is not taken for another', async () => {
  const { governor, counters } = setUp([budget('tag', 'a=*')]);
  const tags = { a: 'b=c', 'a=b': 'c' };
  const asking = { ...ask({ tokens: 1, nanoUsd: 1 }), subjects: { ...ask({ tokens: 1, nanoUsd: 1 }).subjects, tags } };
  await governor.admit(() => asking);
  expect(counters.reserved[0]?.claims.map(({ counter }) => counter)).toEqual([
    'budget:tag-budget:usd:daily@UTC:tag:a=b=c',
  ]);
});
