import { judge, stateOf } from './judge';
import type { ProviderStanding } from './standing';

const provider = (name: string, rest: Partial<ProviderStanding> = {}): ProviderStanding => ({
  name,
  type: 'openai',
  status: 'healthy',
  reason: null,
  breaker: 'closed',
  ...rest,
});
const alert = (severity: string) => ({ name: 'A', severity, summary: 'S', labels: {}, since: 0 });
const NOTHING = { providers: [provider('openai')], budgets: [], alerts: [] };

it.each([
  ['up', {}],
  ['up', { breaker: null }],
  ['degraded', { breaker: 'half_open' }],
  ['degraded', { breaker: 'open' }],
  ['degraded', { status: 'unknown', breaker: 'open' }],
  ['down', { status: 'failing' }],
  ['unknown', { status: 'unknown' }],
  ['disabled', { status: 'disabled', breaker: null }],
] as const)('says that a provider is %s when it is %p', (state, standing) => {
  expect(stateOf(provider('openai', standing))).toBe(state);
});

it('is well when a provider answers and nothing is wrong', () => {
  expect(judge(NOTHING)).toEqual({ level: 'ok', problems: [] });
});

it('does not know while no provider has been called', () => {
  expect(judge({ ...NOTHING, providers: [] }).level).toBe('unknown');
  expect(judge({ ...NOTHING, providers: [provider('openai', { status: 'unknown' })] }).level).toBe('unknown');
});

it('has nothing to say against a provider that is disabled', () => {
  const providers = [provider('a'), provider('b', { status: 'disabled', breaker: null })];
  expect(judge({ ...NOTHING, providers })).toEqual({ level: 'ok', problems: [] });
});

it('begins with the worst', () => {
  const { level, problems } = judge({
    providers: [provider('a', { breaker: 'open' }), provider('b', { status: 'failing' })],
    budgets: [{ budget: 'monthly', subject: 'platform' }],
    alerts: [alert('warning'), alert('critical')],
  });
  expect(level).toBe('critical');
  expect(problems.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
    'down critical',
    'alert critical',
    'breaker warning',
    'alert warning',
    'budget warning',
  ]);
});

it('warns of what still works', () => {
  expect(judge({ ...NOTHING, budgets: [{ budget: 'monthly', subject: '' }] }).level).toBe('warning');
  expect(judge({ ...NOTHING, alerts: [alert('warning')] }).level).toBe('warning');
});
