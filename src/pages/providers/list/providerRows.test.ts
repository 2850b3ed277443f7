import { standing } from '../testing/standings';
import { providerRows } from './providerRows';

const figures = {
  rate: new Map([['openai', 2.5]]),
  failures: new Map([['openai', 0]]),
  p95: new Map<string, number>(),
  firstToken: new Map<string, number>(),
  tokens: new Map<string, number>(),
};

it('has a row for each provider, also for one that nobody has called', () => {
  const rows = providerRows([standing(), standing({ name: 'groq', status: 'unknown' })], figures, new Map());
  expect(rows).toMatchObject([
    { name: 'openai', rate: 2.5, failures: 0, p95: undefined, cost: 0 },
    { name: 'groq', rate: undefined, failures: undefined, cost: 0 },
  ]);
});

it('does not call a cost zero that is not known yet', () => {
  expect(providerRows([standing()], figures, undefined)[0]!.cost).toBeUndefined();
});

it('takes the tighter of the reported limits', () => {
  const reported = { requests_limit: 100, requests_remaining: 80, tokens_limit: 1_000, tokens_remaining: 100 };
  expect(providerRows([{ ...standing(), ...reported }], figures, new Map())[0]!.headroom).toBe(0.1);
  const none = { requests_limit: null, requests_remaining: null };
  expect(providerRows([{ ...standing(), ...none }], figures, new Map())[0]!.headroom).toBeUndefined();
});
